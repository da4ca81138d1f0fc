'use strict';

/*
 * Streams alone: `node throughput.js [seconds]`, with any runtime. Prints operations per second, after a warm-up, for
 *   pipe       64 KiB chunks through Readable.pipe(Writable)
 *   objects    objects through two transforms
 *   iteration  objects by `for await`
 *   streams    making, reading and ending a Readable of one chunk
 */

const { Readable, Transform, Writable, pipeline } = require('stream');

const seconds = Number(process.argv[2] || 3);
const CHUNK = Buffer.alloc(64 * 1024);

function source(count, value, options) {
  return new Readable({
    ...options,
    read() {
      this.push(count-- > 0 ? value : null);
    },
  });
}

const cases = {
  pipe(n, done) {
    const sink = new Writable({ write(chunk, encoding, callback) { callback(); } });
    source(n, CHUNK).pipe(sink).on('finish', done);
  },
  objects(n, done) {
    const pass = () => new Transform({ objectMode: true, transform(chunk, encoding, callback) { callback(null, chunk); } });
    const sink = new Writable({ objectMode: true, write(chunk, encoding, callback) { callback(); } });
    pipeline(source(n, { a: 1 }, { objectMode: true }), pass(), pass(), sink, done);
  },
  async iteration(n, done) {
    let count = 0;
    // eslint-disable-next-line no-unused-vars
    for await (const chunk of source(n, { a: 1 }, { objectMode: true })) count++;
    if (count !== n) throw new Error(`${count} of ${n}`);
    done();
  },
  streams(n, done) {
    (function next() {
      if (n-- === 0) {
        done();
        return;
      }
      source(1, CHUNK).on('data', () => {}).on('end', next);
    })();
  },
};

async function measure(name, duration) {
  const batch = 2000;
  let operations = 0;
  const started = process.hrtime.bigint();
  let elapsed;
  do {
    await new Promise((resolve, reject) => {
      cases[name](batch, (error) => (error ? reject(error) : resolve()));
    });
    operations += batch;
    elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  } while (elapsed < duration);
  return operations / elapsed;
}

(async () => {
  for (const name of Object.keys(cases)) {
    await measure(name, seconds);
    const rate = await measure(name, seconds);
    console.log(`${name.padEnd(10)} ${Math.round(rate).toLocaleString('en-US').padStart(12)} a second`);
  }
})();
