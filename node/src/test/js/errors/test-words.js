'use strict';

// What the language's own errors say, where a program has done what can't be done. (Loosely written functions are compiled apart.)
const assert = require('node:assert');
const { test } = require('node:test');

/** @returns {string} name and message of what a text throws, which runs as the body of a function */
function said(text, strict) {
  const body = strict ? `'use strict'; ${text}` : text;
  try {
    new Function('require', body)(require);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
  return 'nothing was thrown';
}

function check(title, table, strict = false) {
  test(title, () => {
    for (const [text, words] of Object.entries(table)) assert.strictEqual(said(text, strict), words, text);
  });
}

check('reading and writing properties of nothing', {
  'let a; a.b.c': "TypeError: Cannot read properties of undefined (reading 'b')",
  'null.x': "TypeError: Cannot read properties of null (reading 'x')",
  'let a = {}; a.b.c()': "TypeError: Cannot read properties of undefined (reading 'c')",
  'let a = []; a[3][0]': "TypeError: Cannot read properties of undefined (reading '0')",
  "let a, k = Symbol('q'); a[k]": "TypeError: Cannot read properties of undefined (reading 'Symbol(q)')",
  'let a, k = [1]; a[k]': 'TypeError: Cannot read properties of undefined',
  'let a; a.b = 1': "TypeError: Cannot set properties of undefined (setting 'b')",
  'let a; a.b += 1': "TypeError: Cannot read properties of undefined (reading 'b')",
  'let a; delete a.b': 'TypeError: Cannot convert undefined or null to object',
  'Object.keys(null)': 'TypeError: Cannot convert undefined or null to object',
  'Array.prototype.map.call(null)': 'TypeError: Array.prototype.map called on null or undefined',
  'String.prototype.trim.call(undefined)': 'TypeError: String.prototype.trim called on null or undefined',
});

check('taking apart what is not there', {
  'const { x } = undefined': "TypeError: Cannot destructure property 'x' of 'undefined' as it is undefined.",
  'const o = {}; const { x } = o.y': "TypeError: Cannot destructure property 'x' of 'o.y' as it is undefined.",
  'const { x: y } = f(1, (2)); function f() { return null }': "TypeError: Cannot destructure property 'x' of 'f(...)' as it is null.",
  "const { x } = require('fs').nope": "TypeError: Cannot destructure property 'x' of 'require(...).nope' as it is undefined.",
  'let x; ({ x } = null)': "TypeError: Cannot destructure property 'x' of 'null' as it is null.",
  "const { 'a-b': y } = null": "TypeError: Cannot destructure property 'a-b' of 'null' as it is null.",
  '[undefined].map(({ a }) => a)': "TypeError: Cannot destructure property 'a' of 'undefined' as it is undefined.",
  '(({ x }) => x)(null)': "TypeError: Cannot destructure property 'x' of 'object null' as it is null.",
  'const { x: { y } } = {}': "TypeError: Cannot read properties of undefined (reading 'y')",
  'const {} = null': "TypeError: Cannot destructure 'null' as it is null.",
  'try { const {} = null } finally {}': "TypeError: Cannot destructure 'null' as it is null.",
  'let a = []; a[({} = null)]': "TypeError: Cannot destructure 'null' as it is null.",
  'const o = {}; const [a] = o': 'TypeError: o is not iterable',
  'const o = {}; const [a] = o.p': 'TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))',
  'const [a] = f(); function f() {}': 'TypeError: f is not a function or its return value is not iterable',
  '(([a]) => a)(1)': 'TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))',
});

check('iterating over what is not iterable', {
  'const o = {}; for (const x of o.y);': 'TypeError: o.y is not iterable',
  'const o = {}; for (const x of o) { o.y }': 'TypeError: o is not iterable',
  'let o = null; for (const x of [o[Symbol.iterator]]);': 'TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))',
  'for (const x of 1);': 'TypeError: 1 is not iterable',
  'for (const y of [1]) for (const x of f()); function f() {}': 'TypeError: f is not a function or its return value is not iterable',
  'let a; [...a]': 'TypeError: a is not iterable',
  'let a = {}; f(...a); function f() {}': 'TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function',
  'new Map(1)': 'TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))',
  "new Set({})": 'TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))',
  'let a; a[Symbol.iterator]()': 'TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))',
});

check('calling and constructing what is neither', {
  'let o = {}; o.f()': 'TypeError: o.f is not a function',
  'process.nope(1, ")")': 'TypeError: process.nope is not a function',
  'this.nope()': 'TypeError: this.nope is not a function',
  "let o = {}; o['f'](() => [1])": 'TypeError: o.f is not a function',
  'let o = {}, k = 1; o[k]()': 'TypeError: o[k] is not a function',
  'let o = { a: {} }; o.a?.b()': 'TypeError: o.a?.b is not a function',
  'f(1).g(2); function f() { return {} }': 'TypeError: f(...).g is not a function',
  'f()(); function f() {}': 'TypeError: f(...) is not a function',
  '(() => 1).x()': 'TypeError: (intermediate value).x is not a function',
  'Math()': 'TypeError: Math is not a function',
  '({})()': 'TypeError: {} is not a function',
  '[1].map(1)': 'TypeError: number 1 is not a function',
  "[1].filter('x')": 'TypeError: string "x" is not a function',
  '[1].forEach({})': 'TypeError: object is not a function',
  'const f = () => 1; new f()': 'TypeError: f is not a constructor',
  'new (() => 1)': 'TypeError: (intermediate value) is not a constructor',
  'let o = {}; new o.x()': 'TypeError: o.x is not a constructor',
  'new Symbol()': 'TypeError: Symbol is not a constructor',
  'let a; class B extends a {}': 'TypeError: Class extends value undefined is not a constructor or null',
  'class B extends 5 {}': 'TypeError: Class extends value 5 is not a constructor or null',
  'new Promise()': 'TypeError: Promise resolver undefined is not a function',
  'Promise()': "TypeError: Promise constructor cannot be invoked without 'new'",
  'new Proxy({}, 1)': 'TypeError: Cannot create proxy with a non-object as target or handler',
});

check('names whose turn has not come', {
  'y; let y': "ReferenceError: Cannot access 'y' before initialization",
  'y = 1; let y': "ReferenceError: Cannot access 'y' before initialization",
  'const f = () => y; f(); let y': "ReferenceError: Cannot access 'y' before initialization",
  'new C(); class C {}': "ReferenceError: Cannot access 'C' before initialization",
  'function f(a = b, b) {} f()': "ReferenceError: Cannot access 'b' before initialization",
  'nameless': 'ReferenceError: nameless is not defined',
  'nameless()': 'ReferenceError: nameless is not defined',
});

check('operators', {
  "'x' in 'abc'": "TypeError: Cannot use 'in' operator to search for 'x' in abc",
  "let o; 'q' in o": "TypeError: Cannot use 'in' operator to search for 'q' in undefined",
  '1 instanceof 1': "TypeError: Right-hand side of 'instanceof' is not an object",
  '({}) instanceof {}': "TypeError: Right-hand side of 'instanceof' is not callable",
  '1n * 1.5': 'TypeError: Cannot mix BigInt and other types, use explicit conversions',
  'BigInt(null)': 'TypeError: Cannot convert null to a BigInt',
  "BigInt('x')": 'SyntaxError: Cannot convert x to a BigInt',
});

check('objects that refuse a change', {
  'Object.freeze({ a: 1 }).a = 2': "TypeError: Cannot assign to read only property 'a' of object '#<Object>'",
  'class Foo { x = 1 } Object.freeze(new Foo()).x = 2': "TypeError: Cannot assign to read only property 'x' of object '#<Foo>'",
  'Object.freeze([1])[0] = 2': "TypeError: Cannot assign to read only property '0' of object '[object Array]'",
  "'abc'.length = 1": "TypeError: Cannot assign to read only property 'length' of string 'abc'",
  "(() => 1).name = 'x'": "TypeError: Cannot assign to read only property 'name' of function '() => 1'",
  "Object.freeze(Object.assign(new Error('q'), { x: 1 })).x = 2": "TypeError: Cannot assign to read only property 'x' of object 'Error: q'",
  'Object.freeze(Object.assign(Object.create(null), { x: 1 })).x = 2': "TypeError: Cannot assign to read only property 'x' of object '[object Object]'",
  'Object.preventExtensions({}).x = 1': 'TypeError: Cannot add property x, object is not extensible',
  'Object.freeze([]).push(1)': 'TypeError: Cannot add property 0, object is not extensible',
  '({ get x() { return 1 } }).x = 1': 'TypeError: Cannot set property x of #<Object> which has only a getter',
  "'abc'.foo = 1": "TypeError: Cannot create property 'foo' on string 'abc'",
  'delete Object.freeze({ a: 1 }).a': "TypeError: Cannot delete property 'a' of #<Object>",
  'delete [].length': "TypeError: Cannot delete property 'length' of [object Array]",
  'Object.freeze([1]).pop()': "TypeError: Cannot delete property '0' of [object Array]",
  'const a = {}; Object.setPrototypeOf(a, Object.create(a))': 'TypeError: Cyclic __proto__ value',
  'Object.setPrototypeOf(new Proxy({}, { setPrototypeOf() { return false } }), {})':
    "TypeError: 'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'",
  'Object.setPrototypeOf(Object.freeze({}), {})': 'TypeError: #<Object> is not extensible',
}, true);

check('numbers, texts and buffers', {
  "decodeURIComponent('%')": 'URIError: URI malformed',
  'new Date(NaN).toISOString()': 'RangeError: Invalid time value',
  '(1).toString(1)': 'RangeError: toString() radix argument must be between 2 and 36',
  '(1).toFixed(101)': 'RangeError: toFixed() digits argument must be between 0 and 100',
  'new DataView(new ArrayBuffer(1)).getInt32(0)': 'RangeError: Offset is outside the bounds of the DataView',
  'new Uint8Array(2).set([1, 2, 3])': 'RangeError: offset is out of bounds',
  "new RegExp('(')": 'SyntaxError: Invalid regular expression: /(/: Unterminated group',
  "new RegExp('*')": 'SyntaxError: Invalid regular expression: /*/: Nothing to repeat',
});

test('errors where the stack ends leave nothing broken behind', () => {
  const seen = new Set();
  let tries = 0;
  const deeper = (object) => {
    try {
      deeper(object);
    } catch (end) {
      if (tries++ < 100) {
        try {
          object.x.y();
        } catch (error) {
          seen.add(error.constructor);
        }
      }
      throw end;
    }
  };
  assert.throws(() => deeper({}), RangeError);
  assert.ok(seen.has(TypeError));
  for (const kind of seen) assert.ok(kind === TypeError || kind === RangeError, kind);
  assert.strictEqual(said('let a; a.b.c'), "TypeError: Cannot read properties of undefined (reading 'b')");
});

test('the words are the same in a rejection, and a program that makes such an error by itself keeps its own', async () => {
  await assert.rejects(async () => { null.x; }, { message: "Cannot read properties of null (reading 'x')" });
  assert.strictEqual(new TypeError("Cannot read property 'x' of null").message, "Cannot read property 'x' of null");
});

test('nothing of the program runs to find the words', () => {
  const touched = [];
  const proxy = new Proxy({}, { get(_, key) { touched.push(key); return undefined; }, has(_, key) { touched.push(key); return false; } });
  const object = { get constructor() { touched.push('constructor'); return Object; }, toString() { touched.push('toString'); return ''; } };
  for (const value of [proxy, object]) {
    assert.throws(() => { new value(); }, TypeError);
    assert.throws(() => { 'x' in 1; }, TypeError);
    assert.throws(() => { Object.freeze(object).x = value; }, TypeError);
  }
  assert.deepStrictEqual(touched, []);
});

check('texts that do not parse', {
  "eval('1 +')": 'SyntaxError: Unexpected end of input',
  "eval('var 1')": 'SyntaxError: Unexpected number',
  "new Function('}')": "SyntaxError: Unexpected token '}'",
  "eval('let a; let a')": "SyntaxError: Identifier 'a' has already been declared",
});
