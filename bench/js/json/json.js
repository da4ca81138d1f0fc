'use strict';

/*
 * JSON alone: `node json.js [warm|cold] [case…]`, with any runtime.
 *
 *   warm   microseconds of this thread's processor time a call, the median of several rounds, after a warm-up
 *   cold   microseconds of elapsed time a call, from a process's first call on: for the 1st, the next 9, 90 and 900 calls
 *
 * The cases: an API's small answer (300 bytes), a page of 10 KB and a listing of 1 MB made of the same records; numbers; strings, plain, with
 * escapes and beyond Latin-1; objects and arrays 1,000 deep; a dictionary; and what has to be walked by the letter of the specification:
 * dates, class instances, a replacer function, an indentation.
 */

const ROUNDS = 5;
const ROUND_MICROSECONDS = 300_000;

let seed = 42;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % n;
}

const WORDS = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett', 'kilo', 'lima'];
function words(n) {
  return Array.from({ length: n }, () => WORDS[random(WORDS.length)]).join(' ');
}

function record(id) {
  return {
    id,
    name: words(2),
    email: `${WORDS[random(WORDS.length)]}@example.com`,
    active: random(2) === 1,
    score: random(100000) / 100,
    address: { street: `${random(1000)} ${words(2)}`, city: words(1), zip: String(10000 + random(89999)), geo: { lat: 48.1374, lng: 11.5755 } },
    tags: [words(1), words(1), words(1)],
    manager: null,
    created: '2026-11-25T14:12:05.000Z',
  };
}

function records(n) {
  return { total: n, page: 1, next: null, items: Array.from({ length: n }, (_, i) => record(i)) };
}

function deep(n) {
  let value = { leaf: true };
  for (let i = 0; i < n; i++) value = i % 2 ? { child: value } : [value];
  return value;
}

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get sum() {
    return this.x + this.y;
  }
}

function dictionary(n) {
  const result = {};
  for (let i = 0; i < n; i++) result[`key-${random(1e9)}`] = i;
  return result;
}

const range = (n, make) => Array.from({ length: n }, (_, i) => make(i));

const values = {
  small: () => record(1),
  page: () => records(30),
  megabyte: () => records(3200),
  integers: () => range(2000, () => random(1e6)),
  doubles: () => range(2000, () => random(1e9) / 1e9 * 180),
  prices: () => range(2000, () => random(100000) / 100),
  strings: () => range(300, () => words(8)),
  escapes: () => range(300, () => `${words(2)}\n"${words(2)}"\t\\${words(2)}`),
  unicode: () => range(300, () => `${words(3)} 日本語 ${words(3)} 😀`),
  deep: () => deep(1000),
  dictionary: () => dictionary(500),
  dates: () => range(100, (i) => ({ id: i, at: new Date(1e12 + i * 1e7) })),
  instances: () => range(300, (i) => new Point(i, i / 2)),
};

const cases = {};
for (const [name, make] of Object.entries(values)) {
  let value;
  let text;
  const prepare = () => {
    value = make();
    text = JSON.stringify(value);
  };
  cases[`parse ${name}`] = { prepare, run: () => JSON.parse(text), bytes: () => text.length };
  cases[`stringify ${name}`] = { prepare, run: () => JSON.stringify(value), bytes: () => text.length };
  if (name === 'page') {
    cases['parse page, reviver'] = { prepare, run: () => JSON.parse(text, (key, v) => v), bytes: () => text.length };
    cases['stringify page, indented'] = { prepare, run: () => JSON.stringify(value, null, 2), bytes: () => text.length };
    cases['stringify page, replacer'] = { prepare, run: () => JSON.stringify(value, (key, v) => v), bytes: () => text.length };
    cases['stringify page, keys'] = { prepare, run: () => JSON.stringify(value, ['items', 'id', 'name']), bytes: () => text.length };
  }
}

function used() {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

let sink;
function repeat(run, n) {
  for (let i = 0; i < n; i++) sink = run();
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

function warm(run) {
  let n = 1;
  for (let start = used(), took = 0; took < 2 * ROUND_MICROSECONDS; took = used() - start) repeat(run, n);
  for (let took = 0; took < ROUND_MICROSECONDS / 2; n *= 2) {
    const start = used();
    repeat(run, n);
    took = used() - start;
  }
  return median(range(ROUNDS, () => {
    const start = used();
    repeat(run, n);
    return (used() - start) / n;
  }));
}

function cold(run) {
  return [1, 9, 90, 900].map((n) => {
    const start = process.hrtime.bigint();
    repeat(run, n);
    return Number(process.hrtime.bigint() - start) / 1000 / n;
  });
}

const [mode = 'warm', ...chosen] = process.argv.slice(2);
for (const [name, one] of Object.entries(cases)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  one.prepare();
  const figures = mode === 'cold' ? cold(one.run) : [warm(one.run)];
  console.log(`${name.padEnd(28)} ${String(one.bytes()).padStart(8)} B ${figures.map((f) => f.toFixed(2).padStart(12)).join('')}`);
}
