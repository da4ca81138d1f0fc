'use strict';
// Node's modules, each as programs that start use it.

const fs = require('fs');
const os = require('os');
const path = require('path');

function events() {
  const EventEmitter = require('events');
  const emitter = new EventEmitter();
  emitter.on('x', () => {}).once('x', () => {}).prependListener('y', () => {});
  for (let n = 0; n < 200; n++) emitter.emit('x', n), emitter.emit('y', n, n), emitter.listenerCount('x');
  emitter.removeAllListeners();
  new EventTarget().dispatchEvent(new Event('x'));
  new AbortController().abort();
}

function buffers() {
  const bytes = Buffer.concat([Buffer.from('hello'), Buffer.alloc(3), Buffer.from([1, 2]), Buffer.from('aGk=', 'base64')]);
  bytes.toString('base64'); bytes.toString('hex'); bytes.readUInt16BE(0); bytes.writeUInt32LE(1, 0); bytes.subarray(1).equals(bytes);
  bytes.indexOf('l'); Buffer.byteLength('é'); Buffer.isBuffer(bytes); new TextDecoder().decode(new TextEncoder().encode('é'));
  new (require('string_decoder').StringDecoder)('utf8').write(bytes);
}

function timers() {
  setTimeout(() => {}, 1).unref(); setTimeout(() => {}, 1); setImmediate(() => {}); clearInterval(setInterval(() => {}, 5));
  queueMicrotask(() => {}); process.nextTick(() => {});
}

function theConsole() {
  console.log('%s %o', 'x', { a: 1, list: [1, 'two', new Map([[1, { deep: {} }]])], f() {}, d: new Date(0), e: new Error('e') });
  console.log({ text: 'x', bytes: Buffer.from('x'), set: new Set([1]), none: undefined, symbol: Symbol('s'), nested: { a: { b: { c: 1 } } } });
  console.error('to standard error');
  console.table?.([{ a: 1 }]);
}

function small() {
  path.join('/a', '..', 'b'); path.resolve('x'); path.relative('/a/b', '/a/c'); path.parse(__filename); path.extname('x.js');
  os.tmpdir(); os.cpus().length; os.hostname(); os.EOL;
  const util = require('util');
  util.inspect(path.parse(__filename)); util.format('%d %j', 1, {}); util.promisify(fs.stat); util.types.isPromise(1);
  util.deprecate(() => {}, 'old'); util.isDeepStrictEqual({ a: [1] }, { a: [1] });
  const url = require('url');
  url.pathToFileURL(__filename); url.parse('http://a.b/c?d=e#f'); new URL('../x?y=1', 'http://a.b/c/').searchParams.get('y');
  require('querystring').parse('a=1&b=2'); require('querystring').stringify({ a: [1, 2] });
  require('assert')(true); require('assert').deepStrictEqual({ a: 1 }, { a: 1 });
  require('tty').isatty(1); require('async_hooks'); require('perf_hooks').performance.now(); require('worker_threads').isMainThread;
  const { AsyncLocalStorage } = require('async_hooks');
  new AsyncLocalStorage().run({}, () => {});
  require('crypto').createHash('sha1').update('x').digest('base64'); require('crypto').randomBytes(8).toString('hex');
  require('crypto').createHmac('sha256', 'key').update('x').digest('hex'); require('crypto').randomUUID();
  require('module').createRequire(__filename);
  require('vm').runInThisContext('0');
  process.memoryUsage(); process.hrtime.bigint(); process.uptime(); process.emitWarning; process.env.PATH; process.argv.slice(2);
}

function files() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'barista-training-'));
  const file = path.join(dir, 'menu.json');
  fs.writeFileSync(file, '{"coffee":3}');
  fs.existsSync(file); fs.statSync(file).isFile(); fs.readdirSync(dir, { withFileTypes: true }); fs.readFileSync(file, 'utf8');
  fs.mkdirSync(path.join(dir, 'a/b'), { recursive: true });
  const end = () => fs.rmSync(dir, { recursive: true });
  fs.readFile(file, () => {
    fs.promises.readFile(file, 'utf8').then(() => new Promise((resolve) => fs.createReadStream(file).on('close', resolve).resume())).then(end, end);
  });
}

function streams() {
  const { Readable, Transform, PassThrough, pipeline } = require('stream');
  pipeline(Readable.from(['a', 'b']), new Transform({ transform(chunk, encoding, done) { done(null, chunk); } }), new PassThrough(), (error) => {
    if (error) console.log(error);
  }).resume();
}

function compression() {
  const zlib = require('zlib');
  zlib.gzip('hello', (error, bytes) => zlib.createGunzip().on('data', () => {}).end(bytes));
}

function modulesOfEcmaScript() {
  return import('node:path');
}

module.exports = { events, buffers, timers, theConsole, small, files, streams, compression, modulesOfEcmaScript };
