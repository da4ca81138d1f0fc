'use strict';

// Each kind of value has a text of its own.

const assert = require('assert');
const { inspect } = require('util');

class Plain {}
class Tagged { get [Symbol.toStringTag]() { return 'Label'; } }
class MapOfThings extends Map {}

const texts = [
  ['it\'s', '"it\'s"'],
  ['a\'b"c', '`a\'b"c`'],
  ['\u0000\n\ud800', '\'\\x00\\n\\ud800\''],
  [-0, '-0'],
  [12n, '12n'],
  [Symbol('a'), 'Symbol(a)'],
  [undefined, 'undefined'],
  [null, 'null'],
  [{ a: 1, 'b-c': [], [Symbol('s')]: 2 }, '{ a: 1, \'b-c\': [], Symbol(s): 2 }'],
  [[1, , 3, , ,], '[ 1, <1 empty item>, 3, <2 empty items> ]'],
  [Object.assign([1], { a: 1 }), '[ 1, a: 1 ]'],
  [new Plain(), 'Plain {}'],
  [new Tagged(), 'Tagged [Label] {}'],
  [new MapOfThings([[1, 2]]), 'MapOfThings(1) { 1 => 2 }'],
  [Object.create(null), '[Object: null prototype] {}'],
  [Object.setPrototypeOf([1], null), '[Array(1): null prototype] [ 1 ]'],
  [new Set([1, 'a']), 'Set(2) { 1, \'a\' }'],
  [new Map([[1, { a: 1 }]]).entries(), '[Map Entries] { [ 1, { a: 1 } ] }'],
  [new Set([1]).values(), '[Set Iterator] { 1 }'],
  [new Uint8Array([1, 2]), 'Uint8Array(2) [ 1, 2 ]'],
  [new Uint8Array([1, 255]).buffer, 'ArrayBuffer { [Uint8Contents]: <01 ff>, [byteLength]: 2 }'],
  [Promise.resolve(4), 'Promise { 4 }'],
  [new Promise(() => {}), 'Promise { <pending> }'],
  [new WeakMap(), 'WeakMap { <items unknown> }'],
  [function f() {}, '[Function: f]'],
  [Object.assign(() => {}, { a: 1 }), '[Function (anonymous)] { a: 1 }'],
  [async function* g() {}, '[AsyncGeneratorFunction: g]'],
  [class A extends Plain {}, '[class A extends Plain]'],
  [(function*() {})(), 'Object [Generator] {}'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [new Date(NaN), 'Invalid Date'],
  [/a/g, '/a/g'],
  [new Number(-0), '[Number: -0]'],
  [Object.assign(new String('ab'), { x: 1 }), '[String: \'ab\'] { x: 1 }'],
  [(function() { return arguments; })(1), '[Arguments] { \'0\': 1 }'],
  [{ get a() { return 1; }, set a(v) {}, get b() { return 1; }, set c(v) {} }, '{ a: [Getter/Setter], b: [Getter], c: [Setter] }'],
];

for (const [value, text] of texts) assert.strictEqual(inspect(value), text);
