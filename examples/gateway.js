'use strict';

// An API gateway made of http alone: it says who may come in and how often, forwards requests and answers as they flow, and answers
// for services that don't. Settings from the environment, as JSON: SERVICES { "/path": "http://host:port" }, TOKENS { "token": "user" };
// LIMIT, requests a user may make in a minute; PATIENCE, milliseconds that a service may let a client wait.

const http = require('http');
const { pipeline } = require('stream');

const services = Object.entries(JSON.parse(process.env.SERVICES ?? '{}')).map(([prefix, address]) => ({ prefix, address: new URL(address) }));
const tokens = new Map(Object.entries(JSON.parse(process.env.TOKENS ?? '{}')));
const limit = Number(process.env.LIMIT ?? 100);
const patience = Number(process.env.PATIENCE ?? 5000);
const WINDOW = 60_000;

// RFC 9110, section 7.6.1: they concern one connection, not the message
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const visits = new Map();

/** Counts a user's request; says how many more there may be in this window, or a negative number. */
function remaining(user) {
  const now = Date.now();
  let visit = visits.get(user);
  if (!visit || now - visit.since >= WINDOW) visits.set(user, visit = { since: now, count: 0 });
  return limit - ++visit.count;
}

function endToEnd(headers) {
  const dropped = new Set([...HOP_BY_HOP, ...(headers.connection ?? '').toLowerCase().split(/\s*,\s*/)]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

function refuse(res, status, error, headers) {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}

function forward(req, res, { address }, user) {
  const headers = { ...endToEnd(req.headers), 'x-user': user, 'x-forwarded-for': req.socket.remoteAddress, 'x-forwarded-host': req.headers.host };
  delete headers.authorization;
  const outgoing = http.request(address, { method: req.method, path: req.url, headers, agent, timeout: patience });
  let late = false;

  outgoing.on('timeout', () => { late = true; outgoing.destroy(); });
  outgoing.on('response', (incoming) => {
    outgoing.setTimeout(0);
    res.writeHead(incoming.statusCode, incoming.statusMessage, endToEnd(incoming.headers));
    pipeline(incoming, res, () => {});   // either side's end is the other's
  });
  outgoing.on('error', () => {
    if (res.headersSent) res.destroy();
    else if (late) refuse(res, 504, 'the service did not answer in time');
    else refuse(res, 502, 'the service can not be reached');
  });
  res.on('close', () => outgoing.destroy());
  req.pipe(outgoing);
}

const server = http.createServer((req, res) => {
  const user = tokens.get(/^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1]);
  if (!user) return refuse(res, 401, 'who are you?', { 'WWW-Authenticate': 'Bearer' });
  const left = remaining(user);
  res.setHeader('X-RateLimit-Remaining', Math.max(left, 0));
  if (left < 0) return refuse(res, 429, 'too many requests', { 'Retry-After': Math.ceil((visits.get(user).since + WINDOW - Date.now()) / 1000) });
  const service = services.find(({ prefix }) => req.url.startsWith(prefix));
  if (!service) return refuse(res, 404, 'no service is there');
  forward(req, res, service, user);
});

server.listen(process.env.PORT ?? 3000, () => console.log(`Server is listening on http://localhost:${server.address().port}`));
