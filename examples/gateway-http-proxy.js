'use strict';

// The gateway of gateway.js with http-proxy to do the forwarding; the same settings, the same answers.

const http = require('http');
const httpProxy = require('http-proxy');

const services = Object.entries(JSON.parse(process.env.SERVICES ?? '{}'));
const tokens = new Map(Object.entries(JSON.parse(process.env.TOKENS ?? '{}')));
const limit = Number(process.env.LIMIT ?? 100);
const WINDOW = 60_000;

const proxy = httpProxy.createProxyServer({
  agent: new http.Agent({ keepAlive: true, maxSockets: 256 }), xfwd: true, proxyTimeout: Number(process.env.PATIENCE ?? 5000),
});
const visits = new Map();

function remaining(user) {
  const now = Date.now();
  let visit = visits.get(user);
  if (!visit || now - visit.since >= WINDOW) visits.set(user, visit = { since: now, count: 0 });
  return limit - ++visit.count;
}

function refuse(res, status, error, headers) {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}

// http-proxy leaves the client waiting for the rest of an answer that was cut off
proxy.on('proxyRes', (answer, req, res) => answer.on('close', () => { if (!answer.complete) res.destroy(); }));

proxy.on('error', (error, req, res) => {
  if (res.headersSent) res.destroy();
  else if (error.code === 'ECONNRESET') refuse(res, 504, 'the service did not answer in time');   // proxyTimeout aborts
  else refuse(res, 502, 'the service can not be reached');
});

const server = http.createServer((req, res) => {
  const user = tokens.get(/^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1]);
  if (!user) return refuse(res, 401, 'who are you?', { 'WWW-Authenticate': 'Bearer' });
  const left = remaining(user);
  res.setHeader('X-RateLimit-Remaining', Math.max(left, 0));
  if (left < 0) return refuse(res, 429, 'too many requests', { 'Retry-After': Math.ceil((visits.get(user).since + WINDOW - Date.now()) / 1000) });
  const service = services.find(([prefix]) => req.url.startsWith(prefix));
  if (!service) return refuse(res, 404, 'no service is there');
  delete req.headers.authorization;
  req.headers['x-user'] = user;
  proxy.web(req, res, { target: service[1] });
});

server.listen(process.env.PORT ?? 3000, () => console.log(`Server is listening on http://localhost:${server.address().port}`));
