'use strict';

// One of a pair of small services: it knows what a dish costs. orders-service.js asks it.

const http = require('http');

const prices = new Map([['tea', 2.5], ['cake', 4], ['soup', 6.5]]);

const server = http.createServer((req, res) => {
  const json = (status, value) => res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  const dish = /^\/prices\/(\w+)$/.exec(req.url)?.[1];
  if (req.url === '/health') json(200, { service: 'menu', up: true });
  else if (dish && prices.has(dish)) json(200, { dish, price: prices.get(dish) });
  else json(404, { error: dish ? `there is no ${dish}` : 'nothing is here' });
});

server.listen(process.env.PORT ?? 3001, () => console.log(`Server is listening on http://localhost:${server.address().port}`));

process.on('SIGTERM', () => {   // what is under way is answered, then the process has nothing left to do
  server.close();
  server.closeIdleConnections();
});
