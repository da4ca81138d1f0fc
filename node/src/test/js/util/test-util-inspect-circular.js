'use strict';

// What holds itself is marked where it begins and where it comes again.

const assert = require('assert');
const { inspect } = require('util');

const object = { list: [] };
object.list.push(object, object.list);
assert.strictEqual(inspect(object), '<ref *1> { list: <ref *2> [ [Circular *1], [Circular *2] ] }');

const map = new Map();
map.set('self', map);
assert.strictEqual(inspect(map), '<ref *1> Map(1) { \'self\' => [Circular *1] }');

const error = new Error('e');
error.stack = 'Error: e\n    at a';
error.cause = error;
assert.strictEqual(inspect(error), '<ref *1> Error: e\n    at a {\n  cause: [Circular *1]\n}');
