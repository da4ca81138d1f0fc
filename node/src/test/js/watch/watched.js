'use strict';

/** A program under `--watch` in a folder of its own, and what it and the process that watches it print. */

const { spawn } = require('child_process');
const { once } = require('events');
const fs = require('fs');
const path = require('path');

/** A change may come before the watching has begun: it is made again until it is seen. */
const RETRY_MILLIS = 700;

class Watched {
  #at = 0;
  #ended;
  #cwd = fs.mkdtempSync(path.join(require('os').tmpdir(), 'watch-'));
  stdout = '';
  stderr = '';

  /** @param {object} files name → text */
  constructor(files) {
    for (const name of Object.keys(files)) this.write(name, files[name]);
  }

  path(name) {
    return path.join(fs.realpathSync(this.#cwd), name);
  }

  write(name, text) {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), text);
  }

  start(args, { env, ipc = false, command = process.execPath } = {}) {
    const stdio = ['ignore', 'pipe', 'pipe', ...ipc ? ['ipc'] : []];
    this.child = spawn(command, args, { cwd: this.#cwd, stdio, env: { ...process.env, FORCE_COLOR: undefined, ...env } });
    this.#ended = once(this.child, 'exit');
    this.child.stdout.setEncoding('utf8').on('data', (text) => { this.stdout += text; });
    this.child.stderr.setEncoding('utf8').on('data', (text) => { this.stderr += text; });
    return this;
  }

  /** Waits for text that follows what was waited for before. @returns {Promise<string>} all up to it */
  async says(text) {
    for (;;) {
      const at = this.stdout.indexOf(text, this.#at);
      if (at !== -1) {
        const from = this.#at;
        this.#at = at + text.length;
        return this.stdout.slice(from, this.#at);
      }
      await once(this.child.stdout, 'data');
    }
  }

  /** Makes a change that starts the program anew, and waits for that. */
  async restarts(change) {
    change();
    const timer = setInterval(change, RETRY_MILLIS);
    await this.says('Restarting');
    clearInterval(timer);
  }

  /** Ends it, unless it has ended. @returns {Promise<[number | null, string | null]>} exit code and signal */
  async end(signal = 'SIGTERM') {
    this.child.kill(signal);
    const result = await this.#ended;
    fs.rmSync(this.#cwd, { recursive: true });
    return result;
  }
}

module.exports = { Watched };
