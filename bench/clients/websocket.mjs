// Loads a WebSocket server: websocket.mjs echo|broadcast PORT CONNECTIONS WARM-UP-SECONDS SECONDS. Prints {"messages": received a second}.
//   echo       each connection sends its next message when the last has come back
//   broadcast  the first connection sends a message to all when the last has come to all
// Plain sockets with as little work a message as can be, so that the server is what limits.
import crypto from 'node:crypto';
import net from 'node:net';

const [kind, ...numbers] = process.argv.slice(2);
const [port, connections, warmUp, measured] = numbers.map(Number);
const MASK = Buffer.from([1, 2, 3, 4]);
const text = Buffer.from(kind === 'echo' ? 'one espresso, please' : 'all: the coffee is ready');
const question = Buffer.concat([Buffer.from([0x81, 0x80 | text.length]), MASK, text.map((byte, i) => byte ^ MASK[i % MASK.length])]);
const ANSWER_BYTES = 2 + text.length;   // a server does not mask

let received = 0;
let arrived = 0;

async function connect(onMessage) {
  const socket = net.connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  const key = crypto.randomBytes(16).toString('base64');
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`);
  await new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (head) => (head.includes('101 Switching') ? resolve() : reject(new Error(String(head)))));
  });
  let bytes = 0;
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    while (bytes >= ANSWER_BYTES) {
      bytes -= ANSWER_BYTES;
      received++;
      onMessage(socket);
    }
  });
  return socket;
}

const sockets = [];
const next = kind === 'echo' ? (socket) => socket.write(question) : () => {
  if (++arrived < connections) return;
  arrived = 0;
  sockets[0].write(question);
};
for (let i = 0; i < connections; i++) sockets.push(await connect(next));
for (const socket of kind === 'echo' ? sockets : sockets.slice(0, 1)) socket.write(question);

setTimeout(() => {
  const before = received;
  const began = process.hrtime.bigint();
  setTimeout(() => {
    console.log(JSON.stringify({ messages: (received - before) / (Number(process.hrtime.bigint() - began) / 1e9) }));
    process.exit();
  }, measured * 1000);
}, warmUp * 1000);
