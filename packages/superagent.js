'use strict';

// superagent asks a server, supertest tests one: forms, files, cookies kept by an agent, redirects, retries, expectations that fail.

const assert = require('node:assert');
const { once } = require('node:events');
const { text } = require('node:stream/consumers');
const express = require('express');
const multer = require('multer');
const superagent = require('superagent');
const supertest = require('supertest');

function application() {
  const app = express();
  let failures = 1;
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.get('/menu', (request, response) => response.json({ dishes: ['tea'], sort: request.query.sort, accepts: request.get('accept') }));
  app.post('/echo', (request, response) => response.status(201).json({ body: request.body, type: request.get('content-type'), user: request.get('authorization') }));
  app.post('/upload', multer().single('photo'), (request, response) => response.json({ fields: request.body, name: request.file.originalname, size: request.file.size }));
  app.get('/flaky', (request, response) => response.status(failures-- > 0 ? 503 : 200).end('up'));
  app.get('/login', (request, response) => response.cookie('user', 'ada').redirect('/who'));
  app.get('/who', (request, response) => response.type('text').send(request.get('cookie') ?? 'nobody'));
  app.get('/slow', () => {});
  return app;
}

async function main() {
  const server = application().listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${server.address().port}`;

  const menu = await superagent.get(`${address}/menu`).query({ sort: 'asc' }).accept('json');
  assert.deepStrictEqual([menu.status, menu.type, menu.body], [200, 'application/json', { dishes: ['tea'], sort: 'asc', accepts: 'application/json' }]);
  const posted = await superagent.post(`${address}/echo`).auth('ada', 'pw').send({ a: 1 }).send({ b: 2 });
  assert.deepStrictEqual(posted.body, { body: { a: 1, b: 2 }, type: 'application/json', user: `Basic ${btoa('ada:pw')}` });
  assert.deepStrictEqual((await superagent.post(`${address}/echo`).type('form').send({ a: 'x y' })).body.body, { a: 'x y' });
  const uploaded = await superagent.post(`${address}/upload`).field('title', 'cake').attach('photo', Buffer.alloc(5000), 'cake.png');
  assert.deepStrictEqual(uploaded.body, { fields: { title: 'cake' }, name: 'cake.png', size: 5000 });
  assert.strictEqual((await superagent.get(`${address}/flaky`).retry(2)).status, 200);
  const agent = superagent.agent();
  assert.deepStrictEqual([(await agent.get(`${address}/login`)).text, (await agent.get(`${address}/who`)).text], ['user=ada', 'user=ada']);
  const streamed = superagent.get(`${address}/menu`).buffer(false).parse((response, done) => text(response).then((body) => done(null, body), done));
  assert.match((await streamed).body, /"dishes"/);
  await assert.rejects(superagent.get(`${address}/missing`), { status: 404 });
  await assert.rejects(superagent.get(`${address}/slow`).timeout({ response: 20 }), { code: 'ECONNABORTED', timeout: 20 });
  server.closeAllConnections();
  server.close();

  // supertest starts and stops the server itself
  await supertest(application()).get('/menu').expect(200).expect('Content-Type', /json/).expect((response) => assert.strictEqual(response.body.dishes[0], 'tea'));
  await supertest(application()).post('/echo').send({ a: 1 }).expect(201, { body: { a: 1 }, type: 'application/json' });
  await assert.rejects(supertest(application()).get('/menu').expect(404), { message: 'expected 404 "Not Found", got 200 "OK"' });
  const visitor = supertest.agent(application());
  await visitor.get('/login').expect(302).expect('set-cookie', 'user=ada; Path=/');
  await visitor.get('/who').expect('user=ada');
}

main();
