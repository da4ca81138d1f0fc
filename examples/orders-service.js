'use strict';

// The other of a pair of small services: it takes orders and asks menu-service.js, at MENU, for the price of each dish, all at once;
// it waits PATIENCE milliseconds for an answer.

const http = require('http');
const { json } = require('stream/consumers');

const menu = process.env.MENU ?? 'http://localhost:3001';
const patience = Number(process.env.PATIENCE ?? 2000);
const agent = new http.Agent({ keepAlive: true });
const orders = [];

function ask(url) {
  return new Promise((resolve, reject) => {
    http.get(url, { agent, timeout: patience }, (res) => json(res).then((body) => resolve({ status: res.statusCode, body }), reject))
      .on('timeout', function() { this.destroy(new Error('the menu service is too slow')); })
      .on('error', reject);
  });
}

async function order(dishes) {
  const answers = await Promise.all(dishes.map((dish) => ask(`${menu}/prices/${encodeURIComponent(dish)}`)));
  const unknown = answers.find(({ status }) => status !== 200);
  if (unknown) return [422, unknown.body];
  const made = { id: orders.length + 1, dishes, total: answers.reduce((sum, { body }) => sum + body.price, 0) };
  orders.push(made);
  return [201, made];
}

async function answer(req) {
  if (req.url === '/health') return [200, { service: 'orders', up: true, menu: (await ask(`${menu}/health`)).body.up }];
  if (req.url !== '/orders') return [404, { error: 'nothing is here' }];
  return req.method === 'POST' ? order((await json(req)).dishes) : [200, orders];
}

const server = http.createServer((req, res) => {
  answer(req)
    .catch((error) => (error instanceof SyntaxError ? [400, { error: 'that is no JSON' }] : [503, { error: 'the menu service is away' }]))
    .then(([status, value]) => res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value)));
});

server.listen(process.env.PORT ?? 3002, () => console.log(`Server is listening on http://localhost:${server.address().port}`));

process.on('SIGTERM', () => {
  server.close(() => agent.destroy());
  server.closeIdleConnections();
});
