'use strict';
// The program that the start-up cache is trained on: it touches what programs use when they start. What it loads, compiles and
// profiles comes out of the cache in every later start. A part that fails is left out of the cache, nothing more.

const CONNECTIONS = 16;
const LOAD_MILLIS = 15_000;

const part = (name, run) => {
  try {
    run();
  } catch (error) {
    process.stdout.write(`training without ${name}: ${error.stack}\n`);
  }
};

part('the language', () => {
  class Cup {
    #volume = 250;
    static sizes = new Map([['small', 1], ['large', 2]]);
    get volume() { return this.#volume; }
    * [Symbol.iterator]() { yield this.#volume; }
  }
  const { volume, ...rest } = { volume: new Cup().volume, milk: true, sugar: [1, 2, 3] };
  const text = JSON.stringify({ volume, rest, list: [...new Cup()], at: new Date().toISOString() });
  JSON.parse(text, (key, value) => value);
  [3, 1, 2].sort((a, b) => a - b).map((n) => n * 2).filter(Boolean).reduce((a, b) => a + b, 0);
  for (const [key, value] of Object.entries(rest)) `${key}=${value}`.replace(/(\w+)=(.*)/u, '$2').split(',').join(';');
  new Set('abc'); new WeakMap().set(rest, 1); Symbol('x').description; 2n ** 64n; parseFloat('1.5').toFixed(2); [1, [2]].flat();
  new Proxy({}, {}).x; Reflect.ownKeys(rest); structuredClone?.({ a: [new Date(), /x/g, new Map()] });
  try { null.x; } catch (e) { String(e.stack); }
  new Function('a', 'return a')(1);
  (async () => { for await (const x of [Promise.resolve(1)]) await x; })();
});

part('events', () => {
  const EventEmitter = require('events');
  new EventEmitter().once('x', () => {}).emit('x');
});

part('buffers', () => Buffer.concat([Buffer.from('hello'), Buffer.alloc(3)]).toString('base64'));

part('timers', () => {
  setTimeout(() => {}, 1); setImmediate(() => {}); clearInterval(setInterval(() => {}, 5)); queueMicrotask(() => {});
  process.nextTick(() => {});
});

part('the console', () => {
  console.log('%s %o', 'x', { a: 1, list: [1, 'two', new Map([[1, { deep: {} }]])], f() {}, d: new Date(0), e: new Error('e') });
  console.error('to standard error');
});

part('modules', () => {
  const path = require('path');
  require('os').tmpdir(); require('util').inspect(path.parse(__filename)); require('url').pathToFileURL(__filename); require('assert')(true);
  require('module').createRequire(__filename);
});

part('modules of ECMAScript', () => { import('node:path').then(() => {}, (error) => console.log(String(error))); });

part('files', () => {
  const fs = require('fs');
  const path = require('path');
  const dir = fs.mkdtempSync(path.join(require('os').tmpdir(), 'barista-train-'));
  const file = path.join(dir, 'menu.json');
  fs.writeFileSync(file, '{"coffee":3}');
  fs.writeFileSync(path.join(dir, 'module.js'), 'module.exports = require("./menu.json").coffee;');
  require(path.join(dir, 'module.js'));
  fs.existsSync(file); fs.statSync(file).isFile(); fs.readdirSync(dir); fs.readFileSync(file, 'utf8');
  const end = () => fs.rmSync(dir, { recursive: true });
  fs.readFile(file, () => {
    fs.promises.readFile(file, 'utf8').then(() => new Promise((resolve) => fs.createReadStream(file).on('close', resolve).resume())).then(end, end);
  });
});

part('streams', () => {
  const { Readable, Transform, pipeline } = require('stream');
  pipeline(Readable.from(['a', 'b']), new Transform({ transform(chunk, encoding, done) { done(null, chunk); } }), (error) => {
    if (error) console.log(error);
  }).resume();
});

part('compression', () => {
  const zlib = require('zlib');
  zlib.gzip('hello', (error, bytes) => zlib.createGunzip().on('data', () => {}).end(bytes));
});

part('an HTTP server', () => {
  const http = require('http');
  const server = http.createServer((request, response) => {
    if (request.url === '/') return response.end('Hello World');
    response.setHeader('Content-Type', 'application/json');
    request.resume().on('end', () => response.end(JSON.stringify(request.headers)));
  });
  server.listen(0, '127.0.0.1', () => {
    // Long enough for the engine's compiler to run: its classes and profiles come out of the cache too, and it warms up sooner.
    const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const until = Date.now() + LOAD_MILLIS;
    let running = CONNECTIONS;
    let n = 0;
    const end = () => {
      if (--running > 0) return;
      agent.destroy();
      server.close();
    };
    const next = () => {
      if (Date.now() > until) return end();
      http.get({ agent, port: server.address().port, host: '127.0.0.1', path: n++ % 2 === 0 ? '/' : '/json' }, (response) => response.resume().on('end', next)).on('error', end);
    };
    for (let i = 0; i < CONNECTIONS; i++) next();
  });
});

part('an uncaught error', () => {
  process.on('uncaughtException', (error) => console.log(error.message));
  setTimeout(() => { throw new Error('at the end'); }, 20);
});
