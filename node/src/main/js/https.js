'use strict';

/** `node:https`: HTTP over TLS. Node's documentation: https://nodejs.org/api/https.html */

const { Agent } = require('internal/https/agent');
const { Server, createServer } = require('internal/https/server');

function request(...args) {
  let options = {};
  if (typeof args[0] === 'string') options = require('url').urlToHttpOptions(new URL(args.shift()));
  else if (args[0] instanceof URL) options = require('url').urlToHttpOptions(args.shift());
  if (args[0] && typeof args[0] !== 'function') Object.assign(options, args.shift());
  options._defaultAgent = module.exports.globalAgent;
  return new (require('http').ClientRequest)(options, ...args);
}

/** As `request`, ended at once. */
function get(input, options, cb) {
  const req = request(input, options, cb);
  req.end();
  return req;
}

module.exports = {
  Agent,
  globalAgent: new Agent(require('internal/http/agent').globalOptions()),
  Server,
  createServer,
  get,
  request,
};
