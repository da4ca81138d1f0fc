// The runtimes that are compared, and the processes that are made of them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const here = import.meta.dirname;
const bin = (name) => path.join(here, 'node_modules/.bin', name);
// npm's `node` is a launcher in some versions: the binary itself is what is measured.
export const realNode = fs.realpathSync(path.join(here, 'node_modules/node/bin/node'));

/** A runtime: its command, what comes before a text and a file, and the most seconds of load that it gets to become warm: Node needs no 5. */
export const runtimes = [
  { name: 'Barista', command: path.join(here, '../barista'), evaluate: ['-e'], run: [], settles: Infinity },
  { name: 'Node', command: realNode, evaluate: ['-e'], run: [], settles: 10 },
  { name: 'Bun', command: bin('bun'), evaluate: ['-e'], run: [], settles: 10 },
  { name: 'Deno', command: bin('deno'), evaluate: ['eval'], run: ['run', '-A', '--quiet'], settles: 10 },
];

// One core for the server and the others for the load, where there is a choice.
export const cores = os.availableParallelism();
export const pinned = cores > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
const onServerCore = (command, args) => (pinned ? ['taskset', ['-c', '0', command, ...args]] : [command, args]);
const onLoadCores = (command, args) => (pinned ? ['taskset', ['-c', `1-${cores - 1}`, command, ...args]] : [command, args]);

/**
 * Starts a program of bench/http; resolves with its process and port once it listens.
 * @param {'server' | 'load' | 'any'} place the cores it runs on
 */
export async function serve({ command, run }, program, place, env = {}) {
  const words = [...run, path.join(here, 'http', `${program}.js`)];
  const [file, args] = place === 'server' ? onServerCore(command, words) : place === 'load' ? onLoadCores(command, words) : [command, words];
  const child = spawn(file, args, { env: { ...process.env, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const match = /listening on (\d+)/.exec(said);
    if (match) return { child, port: Number(match[1]) };
  }
  throw new Error(`${command} did not start ${program}: ${said}`);
}

export async function end(child) {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Runs a command on the load's cores; resolves with what it said. */
export async function loadWith(command, args) {
  const [file, words] = onLoadCores(command, args);
  const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  return said;
}

/** Runs a client of bench/clients on real Node; resolves with the object that it prints. */
export async function client(name, ...args) {
  const said = await loadWith(realNode, [path.join(here, 'clients', `${name}.mjs`), ...args.map(String)]);
  return JSON.parse(said);
}
