'use strict';

/** A small WebSocket server (RFC 6455) for short frames: it echoes texts and bytes, and answers a close with the same. */

const { createHash } = require('node:crypto');
const http = require('node:http');

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The whole frames at the head of these bytes, and the bytes after them. */
function parse(bytes) {
  const frames = [];
  while (bytes.length >= 6 && bytes.length >= 6 + (bytes[1] & 0x7f)) {
    const length = bytes[1] & 0x7f;
    const mask = bytes.subarray(2, 6);
    frames.push({ opcode: bytes[0] & 0xf, payload: bytes.subarray(6, 6 + length).map((byte, i) => byte ^ mask[i & 3]) });
    bytes = bytes.subarray(6 + length);
  }
  return { frames, rest: bytes };
}

function frame(opcode, payload) {
  return Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);
}

function createServer() {
  const server = http.createServer((request, response) => response.writeHead(400).end());
  server.on('upgrade', (request, socket) => {
    const { headers } = request;
    const accept = createHash('sha1').update(headers['sec-websocket-key'] + GUID).digest('base64');
    const protocol = headers['sec-websocket-protocol']?.split(',')[0];
    socket.on('error', () => {});
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n` +
      `${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ''}\r\n`);
    let rest = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      const parsed = parse(Buffer.concat([rest, bytes]));
      rest = parsed.rest;
      for (const { opcode, payload } of parsed.frames) {
        if (opcode === 8) socket.end(frame(8, payload));
        else if (String(payload) === 'close me') socket.write(frame(8, Buffer.from([0x0f, 0xa0, ...Buffer.from('bye')])));
        else socket.write(frame(opcode, payload));
      }
    });
  });
  return server;
}

module.exports = { createServer };
