'use strict';

// A server of `ws`: a message that begins with "all:" goes to every client, any other back to its sender. PORT chooses the port.
const WebSocket = require('ws');

const server = new WebSocket.Server({ port: Number(process.env.PORT || 8000), host: '127.0.0.1' });
server.on('listening', () => console.log(`listening on ${server.address().port}`));
server.on('connection', (socket) => {
  socket.on('message', (message) => {
    if (message[0] !== 0x61 || message.toString('latin1', 0, 4) !== 'all:') {
      socket.send(message);
      return;
    }
    for (const client of server.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(message);
    }
  });
});
