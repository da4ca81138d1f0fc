'use strict';

// The tab key completes members, globals, keywords, commands; nothing is found behind getters and proxies.

const common = require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false });
server.write('var object = { one: 1, inner: { two: "2" }, get three() { return {}; } }; var counter = 0; const key = "inner";\n');
server.write('var proxy = new Proxy({ four: 4 }, {});\n');

function completes(line, expected, on = line) {
  server.complete(line, common.mustSucceed((result) => assert.deepStrictEqual(result, [expected, on])));
}

function completesNothing(line) {
  server.complete(line, common.mustSucceed(([found]) => assert.deepStrictEqual(found, [])));
}

completes('object.o', ['object.one']);
completes('object.inner.tw', ['object.inner.two']);
completes('object["inner"].tw', ['object["inner"].two']);
completes('object[key].tw', ['object[key].two']);
completes('object["in" + "ner"].tw', ['object["in" + "ner"].two']);
completes('object?.in', ['object?.inner']);
completes('var a = object.on', ['object.one'], 'object.on');
completesNothing('object.three.');
completesNothing('proxy.f');
completesNothing('missing.f');
completes('"".trimS', ['"".trimStart']);
completes('counte', ['counter']);
completes('insta', ['instanceof']);
completesNothing('let fresh');
completes('.br', ['break'], 'br');
server.close();
