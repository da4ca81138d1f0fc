'use strict';

// The global console goes through process.stdout once a program has replaced its write.

const assert = require('assert');

assert.strictEqual(require('console'), console);
assert.strictEqual(Object.prototype.toString.call(console), '[object console]');
assert.strictEqual(console instanceof console.Console, true);
assert.deepStrictEqual(Object.keys(console).slice(0, 5), ['log', 'info', 'debug', 'warn', 'error']);
assert.strictEqual(Object.hasOwn(console.log, 'prototype'), false);

const written = [];
const { write } = process.stdout;
process.stdout.write = (text) => written.push(text);
const { log } = console;
log('a', 1);
console.group();
console.info('b');
console.groupEnd();
process.stdout.write = write;
assert.deepStrictEqual(written, ['a 1\n', '  b\n']);
