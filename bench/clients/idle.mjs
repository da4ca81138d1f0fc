// Opens keep-alive connections, has one answer on each, says so, and holds them: idle.mjs PORT COUNT
import net from 'node:net';

const [port, count] = process.argv.slice(2).map(Number);
const AT_ONCE = 200;
const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
let opened = 0;
let answered = 0;

function open() {
  if (opened === count) return;
  opened++;
  const socket = net.connect(port, '127.0.0.1', () => socket.write(REQUEST));
  socket.once('data', () => {
    answered++;
    if (answered === count) console.log(`${count} wait`);
    open();
  });
  socket.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  // The server gives up a connection that asks for nothing for five seconds.
  setInterval(() => socket.write(REQUEST), 3000 + Math.random() * 1000).unref();
}

for (let i = 0; i < AT_ONCE; i++) open();
