'use strict';

// morgan: a line for each request that a server has answered, in its own formats and one of ours.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { text } = require('node:stream/consumers');
const morgan = require('morgan');

async function main() {
  const lines = [];
  const stream = { write: (line) => lines.push(line) };
  morgan.token('id', (request) => request.headers['x-id']);
  const loggers = [
    morgan('tiny', { stream }),
    morgan('combined', { stream, skip: (request, response) => response.statusCode < 400 }),
    morgan(':id :method :status :req[host] :res[content-length] :response-time[0] :total-time[0]', { stream }),
    morgan((tokens, request, response) => JSON.stringify({ url: tokens.url(request, response) }), { stream, immediate: true }),
  ];
  const server = http.createServer((request, response) => {
    const next = (index) => {
      if (index < loggers.length) return loggers[index](request, response, () => next(index + 1));
      response.statusCode = request.url === '/missing' ? 404 : 200;
      response.setHeader('Content-Length', 5);
      response.end('hello');
    };
    next(0);
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  for (const path of ['/menu', '/missing']) {
    const [response] = await once(http.get({ port, path, headers: { 'X-Id': 'a1', 'User-Agent': 'tester' } }), 'response');
    assert.strictEqual(await text(response), 'hello');
  }
  server.close();
  await once(server, 'close');

  assert.strictEqual(lines[0], '{"url":"/menu"}\n');
  assert.match(lines.find((line) => line.startsWith('GET /menu')), /^GET \/menu 200 5 - \d+\.\d{3} ms\n$/);
  assert.match(lines.find((line) => line.startsWith('a1 GET 200')), new RegExp(`^a1 GET 200 localhost:${port} 5 \\d+ \\d+\\n$`));
  assert.deepStrictEqual(lines.filter((line) => line.includes('HTTP/1.1')).map((line) => line.replace(/\[.*\]/, '[]')),
    [lines.find((line) => line.includes('tester')).replace(/\[.*\]/, '[]')]);
  assert.match(lines.find((line) => line.includes('tester')), /^\S+ - - \[\d\d\/\w{3}\/\d{4}:[\d:]+ \+0000\] "GET \/missing HTTP\/1\.1" 404 5 "-" "tester"\n$/);
}

main();
