'use strict';

/**
 * The loader of the library undici, whose CommonJS files the build takes from its jar. Of it come the interfaces of the web; its HTTP
 * client stays away, and requests go to our own dispatcher.
 */

const { library: load } = binding('fetch');

/** The library's folders with an index.js that files ask for by the folder's name. */
const FOLDERS = new Set(['lib/encoding', 'lib/web/fetch', 'lib/web/infra', 'lib/web/webidl']);

const EVENTS = 'lib/web/websocket/events';

const modules = new Map([['lib/global', require('internal/fetch/global_dispatcher')]]);

/** What a file of the library exports. @param {string} id its path, without `.js` */
function library(id) {
  if (FOLDERS.has(id)) id += '/index';
  const known = modules.get(id);
  if (known !== undefined) return known;
  const module = { exports: {} };
  modules.set(id, module.exports);
  try {
    load(id)(module.exports, module, (name) => resolve(id, name), true);
  } catch (error) {
    modules.delete(id);
    throw error;
  }
  if (id === EVENTS) shareMessageEvent(module.exports);
  modules.set(id, module.exports);
  return module.exports;
}

/** What a file of the library requires: one of Node's modules, or another file by a relative path. */
function resolve(from, name) {
  if (name.startsWith('node:')) return require(name.slice(5));
  const path = from.split('/').slice(0, -1);
  for (const part of name.replace(/\.js$/, '').split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  }
  return library(path.join('/'));
}

/** Sockets and event sources make the events that ports and channels make: there is one global MessageEvent. */
function shareMessageEvent(events) {
  const { MessageEvent } = require('internal/messaging/message_event');
  events.MessageEvent = MessageEvent;
  events.createFastMessageEvent = (type, init) => new MessageEvent(type, init);
}

module.exports = { library };
