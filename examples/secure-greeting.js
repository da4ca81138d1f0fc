'use strict';

// An HTTPS server and its client in one program: the client trusts the server's own certificate and nobody else's.

const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');

const data = (name) => fs.readFileSync(path.join(__dirname, 'data', name));
const cert = data('localhost-cert.pem');

const server = https.createServer({ key: data('localhost-key.pem'), cert }, (req, res) => {
  res.end(`Hello over ${req.socket.getProtocol()}\n`);
});

server.listen(0, 'localhost', () => {
  const { port } = server.address();
  https.get({ host: 'localhost', port, ca: cert, agent: false }, (res) => {
    console.log(res.statusCode, 'trusted:', res.socket.authorized);
    res.pipe(process.stdout);
    res.on('end', () => {
      https.get({ host: 'localhost', port, agent: false }).on('error', ({ code }) => {
        console.log('without its certificate:', code);
        server.close();
      });
    });
  });
});
