'use strict';

// An answer that breaks off, by a reset or by an end that comes too early, is an error, and never passes for a whole one.
const assert = require('assert');
const http = require('http');
const { mustCall, mustNotCall } = require('../common');

const ends = {
  '/reset': (res) => res.socket.resetAndDestroy(),
  '/end': (res) => res.socket.end(),
  '/chunk': (res) => res.socket.end(),
};
const server = http.createServer(mustCall((req, res) => {
  if (req.url !== '/chunk') res.setHeader('Content-Length', 100);
  res.write('half');
  res.once('breakOff', () => ends[req.url](res));
  waiting.set(req.url, res);
}, 3));
const waiting = new Map();

server.listen(0, '127.0.0.1', mustCall(() => {
  let left = Object.keys(ends).length;
  for (const path of Object.keys(ends)) {
    const req = http.get({ port: server.address().port, host: '127.0.0.1', path, agent: false }, mustCall((res) => {
      res.on('data', mustCall((bytes) => {
        assert.strictEqual(`${bytes}`, 'half');
        waiting.get(path).emit('breakOff');
      }));
      res.on('end', mustNotCall());
      res.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
      res.on('close', mustCall(() => {
        assert.strictEqual(res.complete, false);
        assert.strictEqual(res.aborted, true);
        if (--left === 0) server.close();
      }));
    }));
    req.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET'), path === '/reset' ? 1 : 0));
  }
}));
