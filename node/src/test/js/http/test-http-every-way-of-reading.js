'use strict';

// Whatever way a message is written, and whatever way the other one is read, all of it comes, over connections that are used again.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { PassThrough, Readable, pipeline } = require('node:stream');
const { finished } = require('node:stream/promises');
const { mustCall } = require('../common');

const SIZES = [1, 65536, 200000];   // what fills a stream exactly, and more

const readers = {
  async atOnce(stream, parts) {
    stream.on('data', (chunk) => parts.push(chunk));
    await finished(stream, { writable: false });
  },
  async pausing(stream, parts) {
    stream.on('data', (chunk) => {
      parts.push(chunk);
      stream.pause();
      setImmediate(() => stream.resume());
    });
    await finished(stream, { writable: false });
  },
  async byReadable(stream, parts) {
    stream.on('readable', () => {
      for (let chunk; (chunk = stream.read()) !== null;) parts.push(chunk);
    });
    await finished(stream, { writable: false });
  },
  async iterating(stream, parts) {
    for await (const chunk of stream) {
      parts.push(chunk);
      await new Promise(setImmediate);
    }
  },
  async throughAnother(stream, parts) {
    for await (const chunk of pipeline(stream, new PassThrough({ highWaterMark: 1000 }), () => {})) parts.push(chunk);
  },
  async whenItIsThere(stream, parts) {
    while (!stream.complete && stream.readableLength < stream.readableHighWaterMark) await new Promise(setImmediate);
    for await (const chunk of stream) parts.push(chunk);
  },
};

const writers = {
  whole(stream, bytes) {
    stream.end(bytes);
  },
  async inPieces(stream, bytes) {
    for (let i = 0; i < bytes.length; i += 10000) {
      if (!stream.write(bytes.subarray(i, i + 10000))) await once(stream, 'drain');
    }
    stream.end();
  },
  piped(stream, bytes) {
    Readable.from([bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]).pipe(stream);
  },
};

function content(size) {
  return Buffer.alloc(size, Uint8Array.from({ length: 251 }, (_, i) => i));
}

/** Reads a message that should have that many bytes. */
async function read(stream, reader, size) {
  const parts = [];
  await readers[reader](stream, parts);
  assert.ok(Buffer.concat(parts).equals(content(size)), `${reader} ${size}`);
}

const server = http.createServer(async (req, res) => {
  const [reader, writer, size] = req.url.slice(1).split('/');
  await read(req, reader, Number(size));
  writers[writer](res, content(Number(size)));
});

async function ask(agent, reader, writer, size) {
  const request = http.request({ port: server.address().port, agent, method: 'POST', path: `/${reader}/${writer}/${size}` });
  const answered = once(request, 'response');
  writers[writer](request, content(size));
  const [response] = await answered;
  await read(response, reader, size);
}

server.listen(0, mustCall(async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 3 });
  const asked = [];
  for (const reader of Object.keys(readers)) {
    for (const writer of Object.keys(writers)) {
      for (const size of SIZES) asked.push(ask(agent, reader, writer, size));
    }
  }
  await Promise.all(asked);
  agent.destroy();
  server.close(mustCall());
}));
