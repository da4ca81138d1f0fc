'use strict';

// A JSON answer behind two of Koa's middlewares. PORT chooses the port.
const Koa = require('koa');

const app = new Koa();
app.use(async (ctx, next) => {
  await next();
  ctx.set('X-Request-Id', '6f1c2d3e');
});
app.use(async (ctx) => {
  ctx.body = { id: 42, name: 'espresso', tags: ['hot', 'short'], price: 2.4 };
});
const server = app.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
