'use strict';

const { destroyer, errorOrDestroy } = require('internal/streams/destroy');

/** Makes a Readable give what an old-style stream gives, which knows only `data`, `end` and perhaps `pause`. */
function wrap(readable, source) {
  let paused = false;
  source.on('data', (chunk) => {
    if (!readable.push(chunk) && source.pause) {
      paused = true;
      source.pause();
    }
  });
  source.on('end', () => readable.push(null));
  source.on('error', (error) => errorOrDestroy(readable, error));
  source.on('close', () => readable.destroy());
  source.on('destroy', () => readable.destroy());
  readable._read = () => {
    if (paused && source.resume) {
      paused = false;
      source.resume();
    }
  };
  // Whatever else the old stream can do, the new one can do too.
  for (const name of Object.keys(source)) {
    if (readable[name] === undefined && typeof source[name] === 'function') readable[name] = source[name].bind(source);
  }
  return readable;
}

/** A new Readable around an old-style stream. */
function wrapped(Readable, source, options) {
  return wrap(new Readable({
    objectMode: source.readableObjectMode ?? source.objectMode ?? true,
    ...options,
    destroy(error, callback) {
      destroyer(source, error);
      callback(error);
    },
  }), source);
}

module.exports = { wrap, wrapped };
