// Measures the runtimes row by row, interleaved, and prints a table. Run by bench/compare, on real Node.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const bin = (name) => path.join(here, 'node_modules/.bin', name);

/** A runtime: its command, and what comes before a text and a file. */
const runtimes = [
  { name: 'Barista', command: path.join(here, '../barista'), evaluate: ['-e'], run: [] },
  // npm's `node` is a launcher in some versions: the binary itself is what is measured.
  { name: 'Node', command: fs.realpathSync(path.join(here, 'node_modules/node/bin/node')), evaluate: ['-e'], run: [] },
  { name: 'Bun', command: bin('bun'), evaluate: ['-e'], run: [] },
  { name: 'Deno', command: bin('deno'), evaluate: ['eval'], run: ['run', '-A', '--quiet'] },
];

const rows = {
  start: { title: 'start of `-e 0`, ms', lower: true, measure: start },
  first: { title: 'first answer of hello, ms', lower: true, measure: firstAnswer },
  hello: { title: 'hello, requests a second', measure: (runtime) => load(runtime, 'hello') },
  json: { title: 'JSON with 10 headers, requests a second', measure: (runtime) => load(runtime, 'json') },
  body64k: { title: 'body of 64 KiB, requests a second', measure: (runtime) => load(runtime, 'body64k') },
  post: { title: 'POST of 16 KiB JSON, requests a second', measure: (runtime) => load(runtime, 'post', ['-s', path.join(here, 'http/post.lua')]) },
};

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: Object.keys(rows).join() },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const warmUp = Number(options.seconds);
const MEASURED_SECONDS = 5;
const CONNECTIONS = 64;

// One core for the server and the others for the load, where there is a choice.
const cores = os.availableParallelism();
const pinned = cores > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
const onServerCore = (command, args) => (pinned ? ['taskset', ['-c', '0', command, ...args]] : [command, args]);
const onLoadCores = (command, args) => (pinned ? ['taskset', ['-c', `1-${cores - 1}`, command, ...args]] : [command, args]);

async function start({ command, evaluate }) {
  const began = process.hrtime.bigint();
  const child = spawn(command, [...evaluate, '0'], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return milliseconds(began);
}

const milliseconds = (began) => Number(process.hrtime.bigint() - began) / 1e6;

/** Starts a program of bench/http on the server's core; resolves with its process and port once it listens. */
async function serve({ command, run }, program, pin) {
  const words = [...run, path.join(here, 'http', `${program}.js`)];
  const [file, args] = pin ? onServerCore(command, words) : [command, words];
  const child = spawn(file, args, { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const match = /listening on (\d+)/.exec(said);
    if (match) return { child, port: Number(match[1]) };
  }
  throw new Error(`${command} did not start ${program}: ${said}`);
}

async function end(child) {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function firstAnswer(runtime) {
  const began = process.hrtime.bigint();
  const { child, port } = await serve(runtime, 'hello', false);
  const [response] = await once(http.get({ port, host: '127.0.0.1' }), 'response');
  await once(response.resume(), 'end');
  const took = milliseconds(began);
  await end(child);
  return took;
}

async function load(runtime, program, extra = []) {
  const { child, port } = await serve(runtime, program, true);
  try {
    await wrk(port, warmUp, extra);
    return await wrk(port, MEASURED_SECONDS, extra);
  } finally {
    await end(child);
  }
}

async function wrk(port, seconds, extra) {
  const [file, args] = onLoadCores('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, ...extra, `http://127.0.0.1:${port}/`]);
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  const match = /Requests\/sec:\s+([\d.]+)/.exec(said);
  if (match === null || /Non-2xx/.test(said)) throw new Error(`wrk: ${said}`);
  return Number(match[1]);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

async function measure(row) {
  const samples = new Map(runtimes.map(({ name }) => [name, []]));
  const times = row.lower ? rounds * 3 : rounds;
  for (let round = 0; round < times; round++) {
    for (const runtime of runtimes) samples.get(runtime.name).push(await row.measure(runtime));
  }
  return new Map([...samples].map(([name, list]) => [name, median(list)]));
}

function cells(row, results) {
  const node = results.get('Node');
  return runtimes.map(({ name }) => {
    const value = results.get(name);
    return `${Math.round(value).toLocaleString('en')} (${(value / node).toFixed(2)} ×)`;
  });
}

const table = [`| | ${runtimes.map(({ name }) => name).join(' | ')} |`, `|---|${'---|'.repeat(runtimes.length)}`];
for (const name of options.rows.split(',')) {
  const row = rows[name];
  if (row === undefined) throw new Error(`no row ${name}: there are ${Object.keys(rows).join(', ')}`);
  process.stderr.write(`${row.title} …\n`);
  table.push(`| ${row.title} | ${cells(row, await measure(row)).join(' | ')} |`);
}

const versions = runtimes.slice(1).map(({ name, command }) => `${name} ${/\d+\.\d+\.\d+/.exec(spawnSync(command, ['--version']).stdout)[0]}`);
const about = `Measured with \`bench/compare --rows ${options.rows} --rounds ${rounds} --seconds ${warmUp}\` beside ${versions.join(', ')} on ${
  cores} cores of ${os.cpus()[0].model.trim()}, Linux ${os.release().split('-')[0]}: medians, in brackets the ratio to Node. ${
  pinned ? 'The server has one core and the load the others.' : 'Server and load share the cores.'} Requests a second are those of ${
  MEASURED_SECONDS} s after ${warmUp} s of load on ${CONNECTIONS} connections.`;
const text = `${about}\n\n${table.join('\n')}\n`;
process.stdout.write(`\n${text}`);

if (options.write) {
  const page = path.join(here, '../docs/benchmarks.md');
  const [before] = fs.readFileSync(page, 'utf8').split('<!-- figures -->');
  fs.writeFileSync(page, `${before}<!-- figures -->\n\n${text}`);
}
