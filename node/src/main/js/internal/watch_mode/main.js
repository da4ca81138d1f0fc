'use strict';

/**
 * `--watch`: runs the program in a process of its own, and again whenever a file changes that it has loaded.
 * https://nodejs.org/docs/latest-v24.x/api/cli.html#--watch
 */

const { spawn } = require('child_process');
const { getOption } = require('internal/options');
const { FilesWatcher } = require('internal/watch_mode/files_watcher');
const { withoutWatchOptions } = require('internal/watch_mode/options');
const { resolve } = require('path');

const WAITING = 'Waiting for file changes before restarting...';
/** How long a program may take to end before it is told that this one waits for it. */
const GRACE_MILLIS = 1000;

class WatchedProgram {
  #killSignal = require('internal/child_process/arguments').signalNumber(getOption('--watch-kill-signal'));
  #preservesOutput = getOption('--watch-preserve-output');
  #folders = getOption('--watch-path').map((path) => resolve(path));
  #envFiles = [...getOption('--env-file'), ...getOption('--env-file-if-exists')].map((path) => resolve(path));
  #command = process.argv.slice(1);
  #name = require('util').inspect(this.#command.join(' '));
  #colors = require('internal/util/colors');
  #watcher = new FilesWatcher();
  #child = null;
  /** Settles with the exit code of the process that runs. */
  #exit;
  #restarting = false;
  #ending = false;

  constructor() {
    this.#colors.refresh();
    for (const folder of this.#folders) this.#watcher.watchPath(folder);
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => this.#end(signal));
    this.#watcher.on('changed', () => this.#restart());
  }

  start() {
    const watchesModules = this.#folders.length === 0;
    const separator = /^-./.test(this.#command[0] ?? '') ? ['--'] : [];
    const child = spawn(process.execPath, [...withoutWatchOptions(process.execArgv), ...separator, ...this.#command], {
      stdio: watchesModules ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
      env: { ...process.env, WATCH_REPORT_DEPENDENCIES: '1' },
    });
    this.#child = child;
    this.#exit = new Promise((settle) => {
      child.once('exit', (code) => {
        this.#child = null;
        if (!this.#restarting && !this.#ending) this.#reportEnd(code);
        settle(code);
      });
    });
    for (const file of this.#envFiles) this.#watcher.filterFile(file);
    if (!watchesModules) return;
    this.#watcher.watchChildProcessModules(child);
    if (process.send !== undefined) relay(child);
  }

  async #restart() {
    if (this.#restarting || this.#ending) return;
    this.#restarting = true;
    this.#clearScreen();
    this.#print('green', `Restarting ${this.#name}`);
    await this.#stop();
    if (this.#ending) return;
    this.#watcher.clearFileFilters();   // all that has changed so far is what the program finds now
    this.#restarting = false;
    this.start();
  }

  async #stop() {
    if (this.#child === null) return;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#print('blue', 'Waiting for graceful termination...');
    }, GRACE_MILLIS);
    this.#child.kill(this.#killSignal);
    await this.#exit;
    clearTimeout(timer);
    if (!isLate) return;
    this.#clearScreen();
    this.#print('green', `Gracefully restarted ${this.#name}`);
  }

  /** This process is to end: the program first, so that nothing of it is written afterwards. */
  async #end(signal) {
    this.#ending = true;
    this.#watcher.clear();
    if (this.#child === null) process.exit();
    this.#child.kill(signal);
    process.exit(await this.#exit ?? 0);
  }

  #reportEnd(code) {
    if (code === 0) this.#print('blue', `Completed running ${this.#name}. ${WAITING}`);
    else this.#print('red', `Failed running ${this.#name}. ${WAITING}`);
  }

  #clearScreen() {
    if (!this.#preservesOutput) process.stdout.write(this.#colors.clear);
  }

  #print(color, text) {
    process.stdout.write(`${this.#colors[color]}${text}${this.#colors.white}\n`);
  }
}

/** Takes messages between this process's parent and the program, which know nothing of this one. */
function relay(child) {
  const toChild = (message, handle) => {
    if (child.connected) child.send(message, handle);
  };
  process.on('message', toChild);
  child.on('message', (message, handle) => {
    if (process.connected) process.send(message, handle);
  });
  child.once('exit', () => process.removeListener('message', toChild));
}

function run() {
  new WatchedProgram().start();
}

module.exports = { run };
