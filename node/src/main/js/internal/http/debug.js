'use strict';

/** `NODE_DEBUG=http`: what connections do, on standard error. Nothing is loaded for it while nobody wants it. */

let log = (...args) => {
  log = process.env.NODE_DEBUG ? require('internal/util/debuglog').debuglog('http') : nothing;
  log(...args);
};

function nothing() {}

function debug(...args) {
  log(...args);
}

module.exports = { debug };
