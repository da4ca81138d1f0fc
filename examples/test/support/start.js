'use strict';

// Programs of examples/ as processes of their own, and a client for them.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const http = require('node:http');
const path = require('node:path');
const readline = require('node:readline');
const { text } = require('node:stream/consumers');

/**
 * Starts a server of examples/ on a free port, by the runtime that runs this.
 * @param {string} name its file
 * @param {Record<string, string>} [env] its settings
 * @returns {Promise<{ address: string, stop: () => Promise<[code: number | null, signal: string | null]> }>} once it listens
 */
async function start(name, env) {
  const child = spawn(process.execPath, [path.join(__dirname, '..', '..', name)], { env: { ...process.env, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const lines = readline.createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), exit.then(([code]) => { throw new Error(`${name} ended with ${code}`); })]);
  const address = /^Server is listening on (http:\/\/localhost:\d+)$/.exec(line)[1];
  return { address, stop() { child.kill(); return exit; } };
}

/** @returns {Promise<{ status: number, headers: object, body: string }>} */
async function ask(url, { body, ...options } = {}) {
  const request = http.request(url, options);
  request.end(body);
  const [response] = await once(request, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

module.exports = { start, ask };
