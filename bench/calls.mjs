// Sends a server requests and asks it what it called for them. Run by bench/calls.
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { end, realNode, runtimes, serve } from './runtimes.mjs';

const REQUESTS = 400;
const CONNECTIONS = 8;

const [jar, program, least = '1'] = process.argv.slice(2);

/** What programs are sent that want something: 16 KiB of JSON, as in post.lua. */
const bodies = {
  post: JSON.stringify({
    items: Array.from({ length: 200 }, (_, i) => ({ id: i, name: `item number ${i}`, price: i + 0.5, stock: true, note: 'a few more words' })),
  }),
};

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function ask(port, agent) {
  const body = bodies[program];
  return new Promise((resolve, reject) => {
    http.request({ host: '127.0.0.1', port, agent, method: body === undefined ? 'GET' : 'POST' }, (response) => response.resume().on('end', resolve))
      .on('error', reject).end(body);
  });
}

/** Over connections that stay, so that only what a request costs is counted. */
async function load(port, agent) {
  for (let sent = 0; sent < REQUESTS; sent += CONNECTIONS) {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(port, agent)));
  }
}

/** @returns {Promise<Map<string, number>>} calls so far by name and place */
async function counts(port) {
  const said = await text(net.connect(port, '127.0.0.1'));
  return new Map(said.trim().split('\n').map((line) => {
    const [count, name, place] = line.split('\t');
    return [`${name}  ${place}`, Number(count)];
  }));
}

const counter = await freePort();
const service = await serve({ command: realNode, run: [] }, 'hello', 'load');
const [barista] = runtimes;
const server = await serve(barista, program, 'any', {
  UPSTREAM: `http://127.0.0.1:${service.port}`,
  BARISTA_JAVA_OPTIONS: `${process.env.BARISTA_JAVA_OPTIONS ?? ''} -javaagent:${jar}=${counter} -Dpolyglot.calls=true -Dpolyglot.engine.Compilation=false`,
});
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
await load(server.port, agent);   // the first requests load modules
const before = await counts(counter);
await load(server.port, agent);
const after = await counts(counter);
agent.destroy();
await Promise.all([end(server.child), end(service.child)]);

const calls = [...after].map(([place, count]) => [place, (count - (before.get(place) ?? 0)) / REQUESTS]).sort((a, b) => b[1] - a[1]);
console.log(`${Math.round(calls.reduce((sum, [, count]) => sum + count, 0))} calls a request`);
for (const [place, count] of calls) if (count >= Number(least)) console.log(`${count.toFixed(1).padStart(7)}  ${place}`);
