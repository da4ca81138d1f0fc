'use strict';

/** A name server for tests. `answer(question)` gives `[code, records]`; a record is `[type number, ttl, data bytes]`. */

const dgram = require('dgram');
const net = require('net');

function reply(query, answer, limit) {
  let end = 12;
  const labels = [];
  for (; query[end] !== 0; end += query[end] + 1) labels.push(query.toString('latin1', end + 1, end + 1 + query[end]));
  const type = query.readUInt16BE(end + 1);
  const [code, records] = answer({ name: labels.join('.'), type });
  const parts = records.map(([kind, ttl, data]) => {
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(kind, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(ttl, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  const message = Buffer.concat([header, query.subarray(12, end + 5), ...parts]);
  if (message.length <= limit) return message;
  header.writeUInt16BE(0x8380, 2);
  header.writeUInt16BE(0, 6);
  return Buffer.concat([header, query.subarray(12, end + 5)]);
}

/** Serves over UDP and TCP on one port. `ready(address, close)` */
function serve(answer, ready) {
  const tcp = net.createServer((socket) => {
    socket.on('data', (data) => {
      const message = reply(data.subarray(2), answer, Infinity);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      socket.end(Buffer.concat([length, message]));
    });
  });
  const udp = dgram.createSocket('udp4', (query, { address, port }) => udp.send(reply(query, answer, 512), port, address));
  tcp.listen(0, '127.0.0.1', () => {
    const { port } = tcp.address();
    udp.bind(port, '127.0.0.1', () => ready(`127.0.0.1:${port}`, () => {
      udp.close();
      tcp.close();
    }));
  });
}

/** A name as it is in messages. */
function name(text) {
  return Buffer.concat([...text.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)), Buffer.from([0])]);
}

module.exports = { name, serve };
