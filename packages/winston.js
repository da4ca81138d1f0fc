'use strict';

// winston: one logger to a file as JSON, to a stream as lines and to a transport of one's own, by level; errors with their stacks.

const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PassThrough } = require('node:stream');
const Transport = require('winston-transport');
const winston = require('winston');

const { combine, errors, json, printf, splat, timestamp, colorize } = winston.format;

async function main(folder) {
  const file = path.join(folder, 'app.log');
  const stream = new PassThrough();
  const kept = [];
  class Kept extends Transport {
    log(info, callback) { kept.push(info.message); callback(); }
  }

  const logger = winston.createLogger({
    level: 'debug',
    defaultMeta: { service: 'orders' },
    format: combine(errors({ stack: true }), splat(), timestamp()),
    transports: [
      new winston.transports.File({ filename: file, level: 'info', format: json() }),
      new winston.transports.Stream({ stream, format: combine(colorize({ colors: { warn: 'yellow' } }), printf((info) => `${info.level} ${info.message}`)) }),
      new Kept({ level: 'error' }),
    ],
  });
  logger.debug('not in the file');
  logger.info('order %d from %s', 7, 'Ada', { table: 4 });
  logger.child({ request: 'r1' }).warn('slow');
  logger.error(new TypeError('no milk'));
  const [written] = logger.transports;
  logger.end();
  await once(written, 'finish');

  const lines = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  assert.deepStrictEqual(lines.map(({ level, message }) => [level, message]), [['info', 'order 7 from Ada'], ['warn', 'slow'], ['error', 'no milk']]);
  assert.deepStrictEqual([lines[0].service, lines[0].table, lines[1].request], ['orders', 4, 'r1']);
  assert.match(lines[2].stack, /^TypeError: no milk\n\s+at main .*winston\.js:\d+/);
  assert.ok(Math.abs(Date.parse(lines[0].timestamp) - Date.now()) < 60_000);
  assert.deepStrictEqual(stream.read().toString().split('\n').slice(0, 3),
    ['\u001B[34mdebug\u001B[39m not in the file', '\u001B[32minfo\u001B[39m order 7 from Ada', '\u001B[33mwarn\u001B[39m slow']);
  assert.deepStrictEqual(kept, ['no milk']);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'winston-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
