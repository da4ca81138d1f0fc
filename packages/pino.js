'use strict';

// pino: JSON lines to a file and a stream, children, redaction, serializers, and levels to several streams.

const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Writable } = require('node:stream');
const pino = require('pino');

function collector() {
  const lines = [];
  const stream = new Writable({ write(chunk, encoding, callback) { lines.push(JSON.parse(chunk)); callback(); } });
  return { lines, stream };
}

async function main(folder) {
  const { lines, stream } = collector();
  const logger = pino({
    level: 'debug', base: { service: 'orders' }, redact: ['card.number', 'items[*].secret'],
    serializers: { request: (request) => `${request.method} ${request.url}` },
    mixin: () => ({ mixed: true }),
  }, stream);
  logger.trace('unseen');
  logger.info({ card: { number: '4111', by: 'Ada' }, items: [{ secret: 1, n: 2 }] }, 'paid %d %s %j', 7, 'euros', { tip: 1 });
  logger.child({ id: 'r1', request: { method: 'GET', url: '/menu' } }).warn('slow');
  logger.error(new RangeError('no milk'));
  assert.deepStrictEqual(lines.map(({ level, msg }) => [level, msg]), [[30, 'paid 7 euros {"tip":1}'], [40, 'slow'], [50, 'no milk']]);
  assert.deepStrictEqual(lines[0].card, { number: '[Redacted]', by: 'Ada' });
  assert.deepStrictEqual(lines[0].items, [{ secret: '[Redacted]', n: 2 }]);
  assert.deepStrictEqual([lines[0].service, lines[0].mixed, lines[1].id, lines[1].request], ['orders', true, 'r1', 'GET /menu']);
  assert.strictEqual(lines[2].err.type, 'RangeError');
  assert.match(lines[2].err.stack, /^RangeError: no milk\n {4}at main .*pino\.js/);

  const errors = collector(), all = collector();
  const many = pino({ level: 'debug' }, pino.multistream([{ level: 'debug', stream: all.stream }, { level: 'error', stream: errors.stream }]));
  many.debug('one');
  many.fatal('two');
  assert.deepStrictEqual([all.lines.length, errors.lines.length], [2, 1]);

  // Written by the destination itself: at once, or gathered and written in the background
  const now = path.join(folder, 'now.log'), later = path.join(folder, 'later.log');
  const synchronous = pino.destination({ dest: now, sync: true });
  pino(synchronous).info('at once');
  assert.strictEqual(JSON.parse(fs.readFileSync(now)).msg, 'at once');
  synchronous.end();

  const destination = pino.destination({ dest: later, sync: false, minLength: 4096 });
  await once(destination, 'ready');
  const gathered = pino({ timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } }, destination);
  for (let i = 0; i < 1000; i++) gathered.info({ i }, 'gathered');
  destination.end();
  await once(destination, 'close');
  const written = fs.readFileSync(later, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  assert.deepStrictEqual([written.length, written[999].i, written[999].level], [1000, 999, 'info']);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pino-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
