'use strict';

// HTTP/2: a hundred requests share one connection. The answers come in the order in which they are ready, and a stylesheet comes unasked.

const http2 = require('node:http2');

const server = http2.createServer();
server.on('stream', (stream, headers) => {
  if (headers[':path'] === '/page') {
    stream.pushStream({ ':path': '/style.css' }, (error, push) => {
      if (error) throw error;
      push.respond({ 'content-type': 'text/css' });
      push.end('body { margin: 0 }');
    });
  }
  stream.respond({ 'content-type': 'text/plain' });
  stream.end(headers[':path']);
});

server.listen(0, 'localhost', async () => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  const text = (stream) => stream.setEncoding('utf8').toArray().then((parts) => parts.join(''));

  const unasked = new Promise((resolve) => {
    client.on('stream', (pushed, headers) => text(pushed).then((body) => resolve(`${headers[':path']} → ${body}`)));
  });
  console.log('asked:', await text(client.request({ ':path': '/page' })));
  console.log('unasked:', await unasked);

  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => text(client.request({ ':path': `/${i}` }))));
  console.log(answers.length, 'answers, the last one', answers.at(-1));
  client.close(() => server.close(() => console.log('done')));
});
