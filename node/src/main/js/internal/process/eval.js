'use strict';

/* What the text of `--eval` and `--print` has beyond a script. */

/**
 * The text, with the built-in module `crypto` as its variable of that name where it uses one: the global is that of Web Crypto.
 *
 * @param {string} text
 * @param {boolean} print whether its value is asked for
 */
function withCrypto(text, print) {
  if (!/\bcrypto\b/.test(text)) return text;
  return print ? `let crypto=require("node:crypto");{${text}\n}` : `(crypto=>{{${text}\n}})(require('node:crypto'))`;
}

/** Prints the value of a text; a promise as it is when the program ends. */
function print(value) {
  if (require('internal/util/types').isPromise(value)) process.on('exit', () => console.log(value));
  else console.log(value);
}

module.exports = { print, withCrypto };
