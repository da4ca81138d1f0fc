'use strict';

// socket.io and its client: acknowledgements, rooms, namespaces, bytes, the upgrade from polling, middleware, reconnecting.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Server } = require('socket.io');
const { io } = require('socket.io-client');

const heard = (socket, event) => new Promise((resolve) => { socket.once(event, (...args) => resolve(args)); });

async function main() {
  const server = http.createServer();
  const cafe = new Server(server, { pingInterval: 5000 });
  cafe.use((socket, next) => (socket.handshake.auth.token === 'wrong' ? next(new Error('not you')) : next()));
  cafe.on('connection', (socket) => {
    socket.on('order', (item, count, acknowledge) => acknowledge({ item, count }));
    socket.on('bytes', (bytes) => socket.emit('bytes', { reversed: Buffer.from(bytes).reverse() }));
    socket.on('join', (room, acknowledge) => { socket.join(room); acknowledge([...socket.rooms].length); });
    socket.on('say', (room, text) => socket.to(room).emit('said', text));
    socket.on('ask me', async () => socket.emit('answered', await socket.timeout(5000).emitWithAck('question', 6, 7)));
  });
  cafe.of('/kitchen').on('connection', (socket) => socket.emit('welcome', socket.nsp.name));
  server.listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${server.address().port}`;
  const connect = (path = '', options = {}) => io(address + path, { forceNew: true, ...options });

  const ada = connect();
  await heard(ada, 'connect');
  assert.deepStrictEqual(await ada.emitWithAck('order', 'tea', 2), { item: 'tea', count: 2 });
  if (ada.io.engine.transport.name === 'polling') await heard(ada.io.engine, 'upgrade');
  assert.strictEqual(ada.io.engine.transport.name, 'websocket');
  ada.emit('bytes', Buffer.from([1, 2, 3]));
  assert.deepStrictEqual(await heard(ada, 'bytes'), [{ reversed: Buffer.from([3, 2, 1]) }]);
  ada.on('question', (a, b, acknowledge) => acknowledge(a * b));
  ada.emit('ask me');
  assert.deepStrictEqual(await heard(ada, 'answered'), [42]);

  const bob = connect('', { transports: ['polling'] });
  await heard(bob, 'connect');
  assert.strictEqual(await bob.emitWithAck('join', 'window'), 2);
  assert.strictEqual(await ada.emitWithAck('join', 'window'), 2);
  const said = heard(bob, 'said');
  ada.emit('say', 'window', 'größer');
  assert.deepStrictEqual(await said, ['größer']);
  const everywhere = [heard(ada, 'news'), heard(bob, 'news')];
  cafe.in('window').emit('news', { n: 1 }, [2]);
  assert.deepStrictEqual(await Promise.all(everywhere), [[{ n: 1 }, [2]], [{ n: 1 }, [2]]]);
  assert.strictEqual((await cafe.in('window').fetchSockets()).length, 2);

  const kitchen = connect('/kitchen');
  assert.deepStrictEqual(await heard(kitchen, 'welcome'), ['/kitchen']);
  const refused = connect('', { auth: { token: 'wrong' }, reconnection: false });
  assert.strictEqual((await heard(refused, 'connect_error'))[0].message, 'not you');

  // A connection that breaks is made again
  const carol = connect('', { reconnectionDelay: 1, transports: ['websocket'] });
  await heard(carol, 'connect');
  const again = heard(carol.io, 'reconnect');
  carol.io.engine.close();
  await again;
  assert.deepStrictEqual(await carol.emitWithAck('order', 'cake', 1), { item: 'cake', count: 1 });

  for (const socket of [ada, bob, kitchen, refused, carol]) socket.disconnect();
  await new Promise((resolve) => { cafe.close(resolve); });
}

main();
