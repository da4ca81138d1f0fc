'use strict';

// A client that does not read stops the source: write() says so, and 'drain' comes when it reads.
const assert = require('assert');
const http = require('http');
const { mustCall, mustCallAtLeast } = require('../common');

const chunk = Buffer.alloc(64 * 1024);
const TOTAL = 400;
let sent = 0;
let held = 0;
const server = http.createServer(mustCall((req, res) => {
  const more = () => {
    while (sent < TOTAL) {
      sent++;
      if (!res.write(chunk)) {
        held++;
        res.once('drain', mustCallAtLeast(more, 1));
        return;
      }
    }
    res.end();
  };
  more();
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, mustCall((res) => {
    let received = 0;
    assert.ok(sent < TOTAL);
    res.on('data', (bytes) => { received += bytes.length; });
    res.on('end', mustCall(() => {
      assert.strictEqual(received, TOTAL * chunk.length);
      assert.ok(held > 0);
      server.close();
    }));
  }));
}));
