'use strict';

// A chat room: what one says, all hear. A connection is no thread, only an object that the event loop knows.

const WebSocket = require('ws');

const wss = new WebSocket.Server({ port: process.env.PORT ?? 3000, maxPayload: 64 * 1024 });

wss.on('connection', (ws) => {
  ws.on('message', (message, isBinary) => {
    for (const client of wss.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(message, { binary: isBinary });
    }
  });
  ws.on('error', (error) => console.error('a client was cut off:', error.message));
});

wss.on('listening', () => console.log(`Server is listening on http://localhost:${wss.address().port}`));
