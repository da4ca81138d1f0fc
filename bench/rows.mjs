// What is measured, and how. A row has a title, a way to measure it on a runtime, whether it is quick (and so measured more often), and
// where it gives several figures their titles, by the names under which `measure` returns them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { client, end, here, loadWith, realNode, serve } from './runtimes.mjs';

const MEASURED_SECONDS = 5;
const CONNECTIONS = 64;
const IDLE = 10_000;
const BUSY = 50;
const LISTENERS = 1000;
const CROWD = 10_000;
const FILE_BYTES = 100e6;

const seconds = (nanoseconds) => Number(nanoseconds) / 1e9;
const since = (began) => Number(process.hrtime.bigint() - began) / 1e6;

/** @param {number} most seconds of load before what counts; less for a runtime that settles sooner */
export function rowsOf(most) {
  const warmUp = ({ settles }) => Math.min(most, settles);
  const load = (program, extra) => (runtime) => loaded(runtime, program, warmUp(runtime), extra);
  return {
    start: { title: 'start of `-e 0`, ms', quick: true, measure: start },
    first: { title: 'first answer of hello, ms', quick: true, measure: firstAnswer },
    peak: { title: 'hello from a cold start: seconds to 90 % of the best second within 40', measure: secondsToPeak },
    hello: { title: 'hello, requests a second', measure: load('hello') },
    json: { title: 'JSON with 10 headers, requests a second', measure: load('json') },
    body64k: { title: 'body of 64 KiB, requests a second', measure: load('body64k') },
    post: { title: 'POST of 16 KiB JSON, requests a second', measure: load('post', ['-s', path.join(here, 'http/post.lua')]) },
    express: { title: 'route of express, requests a second', measure: load('express') },
    fastify: { title: 'route of fastify, requests a second', measure: load('fastify') },
    koa: { title: 'route of koa, requests a second', measure: load('koa') },
    gateway: { title: 'gateway, requests a second', measure: (runtime) => gateway(runtime, warmUp(runtime)) },
    echo: { title: '`ws` echo, messages a second', measure: (runtime) => websocket(runtime, 'echo', CONNECTIONS, warmUp(runtime)) },
    broadcast: {
      title: `\`ws\` broadcast to ${LISTENERS.toLocaleString('en')} clients, messages delivered a second`,
      measure: (runtime) => websocket(runtime, 'broadcast', LISTENERS, warmUp(runtime)),
    },
    crowd: {
      title: `\`ws\` broadcast to ${CROWD.toLocaleString('en')} clients, messages delivered a second`,
      measure: (runtime) => websocket(runtime, 'broadcast', CROWD, warmUp(runtime)),
    },
    gzip: { title: 'gzip of a 100 MB file, MB a second', measure: gzip },
    idle: {
      title: `${BUSY} busy connections beside ${IDLE.toLocaleString('en')} idle ones`,
      parts: { bytes: 'memory of an idle connection, bytes', p50: 'latency p50 of the busy ones, µs', p99: 'latency p99 of the busy ones, µs' },
      measure: (runtime) => idle(runtime, warmUp(runtime)),
    },
  };
}

export const about = `Requests a second are those of ${MEASURED_SECONDS} s on ${CONNECTIONS} connections, after as long a load as said (Node, Bun and Deno after 10 s at most: Node was seen to get no faster after 5).`;

async function start({ command, evaluate }) {
  const began = process.hrtime.bigint();
  const child = spawn(command, [...evaluate, '0'], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return since(began);
}

async function firstAnswer(runtime) {
  const began = process.hrtime.bigint();
  const { child, port } = await serve(runtime, 'hello', 'any');
  const [response] = await once(http.get({ port, host: '127.0.0.1' }), 'response');
  await once(response.resume(), 'end');
  const took = since(began);
  await end(child);
  return took;
}

async function secondsToPeak(runtime) {
  const WATCHED = 40;
  return withServer(runtime, 'hello', async (port) => {
    const perSecond = [];
    for (let second = 0; second < WATCHED; second++) perSecond.push(await wrk(port, 1));
    const best = Math.max(...perSecond);
    return perSecond.findIndex((requests) => requests >= 0.9 * best) + 1;
  });
}

async function withServer(runtime, program, use, env) {
  const { child, port } = await serve(runtime, program, 'server', env);
  try {
    return await use(port, child);
  } finally {
    await end(child);
  }
}

function loaded(runtime, program, warmUp, extra = [], env = undefined) {
  return withServer(runtime, program, async (port) => {
    // Connections come and go while a server gets warm, as they do when it is measured.
    for (let left = warmUp; left > 0; left -= MEASURED_SECONDS) await wrk(port, Math.min(left, MEASURED_SECONDS), extra);
    return wrk(port, MEASURED_SECONDS, extra);
  }, env);
}

async function wrk(port, duration, extra = []) {
  const said = await loadWith('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${duration}s`, ...extra, `http://127.0.0.1:${port}/`]);
  const match = /Requests\/sec:\s+([\d.]+)/.exec(said);
  if (match === null || /Non-2xx/.test(said)) throw new Error(`wrk: ${said}`);
  return Number(match[1]);
}

/** The service behind the gateway is the same for all: hello on real Node. */
async function gateway(runtime, warmUp) {
  const service = await serve({ command: realNode, run: [] }, 'hello', 'load');
  try {
    return await loaded(runtime, 'gateway', warmUp, [], { UPSTREAM: `http://127.0.0.1:${service.port}` });
  } finally {
    await end(service.child);
  }
}

function websocket(runtime, kind, connections, warmUp) {
  return withServer(runtime, 'websocket', async (port) => (await client('websocket', kind, port, connections, warmUp, MEASURED_SECONDS)).messages);
}

async function gzip(runtime) {
  const file = path.join(os.tmpdir(), `barista-bench-${process.pid}.txt`);
  // Half compressible, as text is.
  const line = Buffer.from(Array.from({ length: 1000 }, (_, i) => `${i} ${(i * 2654435761 % 4294967296).toString(36)} cups of coffee\n`).join(''));
  fs.writeFileSync(file, Buffer.alloc(FILE_BYTES, line));
  try {
    return await withServer(runtime, 'gzip', async (port) => {
      const began = process.hrtime.bigint();
      await loadWith('curl', ['-s', '-o', '/dev/null', `http://127.0.0.1:${port}/`]);
      return FILE_BYTES / 1e6 / seconds(process.hrtime.bigint() - began);
    }, { FILE: file });
  } finally {
    fs.rmSync(file);
  }
}

const residentBytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

/** @returns {Promise<{bytes: number, p50: number, p99: number}>} memory a connection, and latencies in µs */
function idle(runtime, warmUp) {
  return withServer(runtime, 'hello', async (port, child) => {
    await wrk(port, warmUp);
    const before = residentBytes(child.pid);
    const waiting = spawn(realNode, [path.join(here, 'clients/idle.mjs'), String(port), String(IDLE)], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(waiting.stdout, 'data');
      const bytes = (residentBytes(child.pid) - before) / IDLE;
      const said = await loadWith('wrk', ['-t1', `-c${BUSY}`, `-d${MEASURED_SECONDS}s`, '--latency', `http://127.0.0.1:${port}/`]);
      const percentile = (p) => microseconds(new RegExp(`${p}%\\s+([\\d.]+)(us|ms|s)\\b`).exec(said));
      return { bytes, p50: percentile(50), p99: percentile(99) };
    } finally {
      await end(waiting);
    }
  });
}

const microseconds = ([, number, unit]) => Number(number) * { us: 1, ms: 1e3, s: 1e6 }[unit];
