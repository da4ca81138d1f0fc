'use strict';

/**
 * Tells the process that watches this one which files it loads, and which it has looked for. The variable WATCH_REPORT_DEPENDENCIES asks
 * for it; the messages are Node's: `{ 'watch:require': [path, …] }` and `{ 'watch:import': [url, …] }`.
 */

const { resolve } = require('path');
const { Module, customization } = require('internal/modules/cjs/loader');

const told = new Set();
let sendMessage;

/** @param {(message: object) => void} sender what takes messages to the watching process */
function start(sender) {
  sendMessage = sender;
  customization.watch = { loading, missing };
}

/** Passes on a message, such as a worker's; it goes nowhere where this process is not watched. */
function send(message) {
  sendMessage?.(message);
}

/**
 * A module is about to be loaded, so that it is watched even if it never ends.
 * @param {string} name a path or a URL
 */
function loading(name) {
  if (told.has(name)) return;
  told.add(name);
  if (name.startsWith('/')) send({ 'watch:require': [name] });
  else if (name.startsWith('file:')) send({ 'watch:import': [name] });
}

/**
 * No file answers to a request, but one may come.
 * @param {string} request what was looked for
 * @param {string[] | null} folders where
 */
function missing(request, folders) {
  const { existsSync } = require('fs');
  const endings = ['', ...Object.keys(Module._extensions)];
  const bases = (folders ?? []).filter((folder) => existsSync(folder)).map((folder) => resolve(folder, request));
  const paths = bases.flatMap((base) => endings.map((ending) => `${base}${ending}`));
  if (paths.length > 0) send({ 'watch:require': paths });
}

module.exports = { send, start };
