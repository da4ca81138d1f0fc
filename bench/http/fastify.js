'use strict';

// A route of Fastify with a JSON answer. PORT chooses the port.
const fastify = require('fastify')();

fastify.get('/', async () => ({ id: 42, name: 'espresso', tags: ['hot', 'short'], price: 2.4 }));
fastify.listen({ port: Number(process.env.PORT || 8000), host: '127.0.0.1' })
  .then(() => console.log(`listening on ${fastify.server.address().port}`));
