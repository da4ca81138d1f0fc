'use strict';
// The language as programs use it while they load: tables filled, names taken apart, classes and prototypes put together.

const ROUNDS = 300;

function classes() {
  class Cup {
    #volume = 250;
    static sizes = new Map([['small', 1], ['large', 2]]);
    get volume() { return this.#volume; }
    set volume(to) { this.#volume = to; }
    * [Symbol.iterator]() { yield this.#volume; }
    static of(volume) { const cup = new this(); cup.volume = volume; return cup; }
  }
  class Mug extends Cup {
    constructor() { super(); this.handle = true; }
    toString() { return `mug of ${super.volume} ml`; }
  }
  const { volume, ...rest } = { volume: new Cup().volume, milk: true, sugar: [1, 2, 3] };
  for (let n = 0; n < ROUNDS; n++) String(Mug.of(n)), [...Cup.of(n)], { ...rest, n };
  return volume;
}

/** Constructors as they were before there were classes, which most packages still have. */
function prototypes() {
  const { inherits } = require('util');
  function Drink(name) {
    if (!(this instanceof Drink)) return new Drink(name);
    this.name = name;
    this.options = Object.create(null);
  }
  Drink.prototype.pour = function pour() { return this.name + arguments.length; };
  function Coffee() { Drink.apply(this, arguments); }
  inherits(Coffee, Drink);
  const mixed = {};
  for (const method of ['get', 'post', 'put', 'head', 'delete', 'options', 'patch']) {
    mixed[method] = function(path) { return this.route ? this.route(path) : method + path; };
  }
  Object.defineProperty(Coffee.prototype, 'strong', { configurable: true, enumerable: true, get() { return this.name.length > 3; } });
  for (let n = 0; n < ROUNDS; n++) {
    const coffee = new Coffee('c' + n);
    coffee.pour.call(coffee, 1, 2);
    coffee.pour.apply(coffee, [n]);
    coffee.pour.bind(coffee, n)();
    Object.assign(coffee, mixed);
    if (coffee.strong && 'get' in coffee) delete coffee.get;
    Object.getOwnPropertyDescriptor(Coffee.prototype, 'strong');
    Object.setPrototypeOf({ n }, Coffee.prototype);
    coffee.hasOwnProperty('name') || Object.prototype.hasOwnProperty.call(coffee, 'options');
  }
}

/** Large tables of names, one made of the other. */
function tables() {
  const types = Object.create(null);
  const extensions = Object.create(null);
  const list = [];
  for (let n = 0; n < 2 * ROUNDS; n++) {
    list.push({ type: `${n % 3 ? 'application' : 'text'}/x-${n.toString(36)}`, extensions: n % 2 ? [`e${n}`, `f${n % 50}`] : undefined, source: n % 5 ? 'iana' : 'apache' });
  }
  const score = (type) => {
    const [first, second] = type.split('/');
    return (first === 'text' ? 1 : 0) + (second.replace(/(\.|x-).*/, 'x').length * 2) + (second.startsWith('x-') ? 3 : 0);
  };
  list.forEach(function add(entry) {
    if (!entry.extensions || !entry.extensions.length) return;
    types[entry.type] = entry.extensions;
    for (let i = 0; i < entry.extensions.length; i++) {
      const extension = entry.extensions[i];
      const known = extensions[extension];
      extensions[extension] = known && score(known) > score(entry.type) ? known : entry.type;
    }
  });
  for (const name in types) if (types[name].length > 1) types[name].reverse();
  const counted = new Map();
  for (const [name, type] of Object.entries(extensions)) counted.set(type, (counted.get(type) ?? new Set()).add(name));
  return [...counted.keys()].sort((a, b) => a.localeCompare(b)).filter(Boolean).map((name) => name.toUpperCase()).reduce((sum, name) => sum + name.length, 0);
}

/** Expressions that packages take requests, names and numbers apart with. */
function texts() {
  const fieldName = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
  const mediaType = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*(?:;|$)/;
  const parameter = /; *([!#$%&'*+.^_`|~0-9A-Za-z-]+) *= *("(?:[\u000b\u0020\u0021\u0023-\u005b\u005d-\u007e\u0080-\u00ff]|\\[\u000b\u0020-\u00ff])*"|[!#$%&'*+.^_`|~0-9A-Za-z-]+) */g;
  const route = /^\/drinks(?:\/([^/]+?))?(?:\/(\d+))?\/?$/i;
  const version = /^v?(?<major>\d+)\.(?<minor>\d+)\.(?<patch>\d+)(?:-([\w.]+))?$/;
  const address = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
  const escaped = /[&<>"']/g;
  for (let n = 0; n < ROUNDS; n++) {
    fieldName.test('content-type'); fieldName.test('bad name');
    mediaType.exec('text/html; charset=utf-8');
    for (let match; (match = parameter.exec('; q=0.5; level="1"; x=y')) !== null;) match[1].toLowerCase();
    route.exec('/drinks/espresso/' + n); route.exec('/other');
    version.exec('v24.12.' + n)?.groups.patch;
    address.test('192.168.0.' + (n % 300));
    `<a href="${n}">'&'</a>`.replace(escaped, (c) => `&#${c.charCodeAt(0)};`);
    'a, b;c'.split(/[,;]\s*/).map((s) => s.trim()).join('-').padEnd(8).slice(1, -1).indexOf('b');
    'camelCaseName'.replace(/([A-Z])/g, '-$1').toLowerCase().localeCompare('camel-case-name');
    `k${n}=v%20${n}&x=1`.split('&').map((pair) => pair.split('=').map(decodeURIComponent));
    encodeURIComponent(`é ${n}`); parseInt('0x' + n.toString(16), 16); Number('1e3').toFixed(2); String(n).codePointAt(0);
    [..."aé€😀"].length; 'x'.repeat(3).concat('y', 'z').lastIndexOf('y'); `${n}`.match(/\d/g).length; 'abc'.at(-1);
    new RegExp(`^x${n % 10}$`, 'iu').test('X' + n);
  }
}

function collections() {
  const weak = new WeakMap();
  for (let n = 0; n < ROUNDS; n++) {
    const list = [3, 1, 2, n].sort((a, b) => a - b);
    list.push(4); list.unshift(0); list.splice(1, 1); list.slice(1).concat([5], 6).flat(); list.pop(); list.shift();
    list.find((x) => x > 1); list.findIndex((x) => x === n); list.includes(2); list.some(Boolean); list.every(Boolean); list.indexOf(n);
    for (const [index, value] of list.entries()) weak.set({ index }, value);
    Array.from({ length: 3 }, (_, i) => i); Array.isArray(list); [...new Set(list)]; new Map(list.map((x) => [x, x])).forEach((value, key) => value + key);
    const bytes = new Uint8Array(16); bytes.set([1, 2], 3); bytes.subarray(2, 8).fill(7); new DataView(bytes.buffer).setUint32(0, n);
    Object.keys({ a: 1, b: n }).length; Object.fromEntries([['a', n]]); Object.freeze({ n }); Object.getOwnPropertyNames(list);
    const { a = 1, ...others } = { b: 2, c: n }; const [first, , third = a] = list; first + third + others.b;
    Math.max(...list); n & 3 | n << 2 ^ n >>> 1; n % 7 === 0 ? n ** 2 : -n; n?.x?.y ?? void 0;
    switch (typeof list[0]) { case 'string': break; case 'number': n + 0.5; break; default: }
    JSON.parse(JSON.stringify({ n, list, nested: { text: 'x', none: null, at: new Date(n) } }), (key, value) => value);
  }
}

function failures() {
  class CupError extends Error {
    constructor(message, code) { super(message); this.name = 'CupError'; this.code = code; Error.captureStackTrace?.(this, CupError); }
  }
  for (let n = 0; n < 50; n++) {
    try { null.x; } catch (error) { String(error.stack); }
    try { throw new CupError('empty', 'E' + n); } catch ({ code }) { code.length; } finally { n | 0; }
  }
}

function generated() {
  const names = Array.from({ length: 20 }, (_, n) => `p${n}`);
  new Function('a', 'b', 'return a + b')(1, 2);
  const make = new Function('fn', `"use strict";\nreturn function (${names.join(', ')}) {\nreturn fn.apply(this, arguments)\n}`);
  make(() => 1)();
  (0, eval)('var made = 1; made');
}

async function waiting() {
  const later = (value) => new Promise((resolve) => setImmediate(resolve, value));
  async function* numbers() { for (let n = 0; n < 5; n++) yield later(n); }
  let sum = 0;
  for await (const n of numbers()) sum += n;
  await Promise.all([later(1), later(2)]); await Promise.allSettled([Promise.reject(new Error('x'))]); await Promise.race([later(3)]);
  for (let n = 0; n < ROUNDS; n++) sum += await n;
  return later(sum).then((value) => value + 1).catch(() => 0).finally(() => {});
}

/** A module with a memory and a function that calls back, compiled, linked and called as generated glue does it. */
async function webAssembly() {
  const bytes = Buffer.from('AGFzbQEAAAABDAJgAn9/AX9gAX8BfwILAQNlbnYDYWRkAAADAgEBBQMBAAEHDQIDbWVtAgADc3VtAAEKJAEiAQF/A0AgASAALQAAEAAhASAAQQFqIQAgAC0AAA0ACyABCw==', 'base64');
  WebAssembly.validate(bytes);
  const { instance } = await WebAssembly.instantiate(bytes, { env: { add: (a, b) => a + b } });
  const memory = new Uint8Array(instance.exports.mem.buffer);
  for (let n = 0; n < ROUNDS; n++) {
    memory.set(Buffer.from('some text that is added up'), n);
    instance.exports.sum(n);
    Buffer.from(memory.buffer, n, 8).toString();
  }
}

function theRest() {
  2n ** 64n; Symbol('x').description; Symbol.for('y'); parseFloat('1.5').toFixed(2); new Date().toISOString(); new Date(0).toUTCString();
  const watched = new Proxy({}, { get: (target, key) => Reflect.get(target, key), has: () => true });
  watched.x; 'y' in watched; Reflect.ownKeys(watched);
  structuredClone({ a: [new Date(), /x/g, new Map()] }); new WeakRef({}).deref(); globalThis[Symbol.toStringTag];
  outer: for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; }
}

module.exports = { classes, prototypes, tables, texts, collections, failures, generated, waiting, webAssembly, theRest };
