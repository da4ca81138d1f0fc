'use strict';

/** Watch mode of tests: a file runs again when it changes, or anything that it has loaded. */

const { addAbortListener } = require('events');
const { resolve } = require('path');
const { testFailure } = require('internal/test_runner/calls');
const { now } = require('internal/test_runner/clock');
const { FileTest, runFile } = require('internal/test_runner/file_test');
const { FilesWatcher } = require('internal/watch_mode/files_watcher');

/** The one that owns what all files load, where they share a process. */
const ALL = Symbol('all files');

class FilesRunner {
  #harness;
  #options;
  #files;
  #findFiles;
  #watcher;
  /** What runs: name of a file, or `ALL` → `{ test, child, isReplaced }`. */
  #runs = new Map();
  /** How many runs have been asked for that have not ended. */
  #pending = 0;

  /**
   * @param {Harness} harness
   * @param {object} options those of `run()`, and the `flags` of the files' processes
   * @param {string[]} files
   * @param {() => string[]} findFiles gives them as they are now
   */
  constructor(harness, options, files, findFiles) {
    this.#harness = harness;
    this.#options = options;
    this.#files = files;
    this.#findFiles = findFiles;
    this.#watcher = new FilesWatcher({ signal: options.signal });
  }

  begin() {
    const { cwd, files, signal } = this.#options;
    if (signal) addAbortListener(signal, () => this.#end());
    if (files == null) this.#watcher.watchPath(cwd);
    this.#watcher.on('changed', ({ owners }) => this.#changed(owners));
    this.#runAll(this.#files);
  }

  #runAll(files) {
    if (this.#options.isolation === 'none') this.#run(ALL);
    else for (const file of files) this.#run(file);
  }

  #changed(owners) {
    const added = this.#options.files == null ? this.#updateFiles() : [];
    const changed = this.#files.filter((file) => added.includes(file) || owners.has(file) || owners.has(ALL));
    if (changed.length === 0) return;
    this.#harness.stream.report('test:watch:restarted');
    if (this.#pending === 0) this.#harness.startedAt = now();
    this.#watcher.unfilterFilesOwnedBy(owners);
    this.#runAll(changed);
  }

  /** @returns {string[]} files that were not there before */
  #updateFiles() {
    const before = this.#files;
    this.#files = this.#findFiles();
    return this.#files.filter((file) => !before.includes(file));
  }

  /** Runs a file, once it does not run any more. */
  async #run(name) {
    const before = this.#runs.get(name);
    // What has not started yet, or is to be, finds the files as they are now.
    if (before !== undefined && (before.isReplaced || before.child === undefined)) return;
    this.#pending++;
    if (before !== undefined) {
      before.isReplaced = true;
      before.child.kill();
      await before.test.ended.promise;
    }
    const run = this.#start(name);
    this.#runs.set(name, run);
    this.#harness.drain();
    await run.test.ended.promise;
    if (this.#runs.get(name) === run && !run.isReplaced) this.#runs.delete(name);
    if (--this.#pending === 0) this.#drained();
  }

  #start(name) {
    const isAll = name === ALL;
    const files = isAll ? this.#files : name;
    const run = { test: undefined, child: undefined, isReplaced: false };
    const onStart = (child) => {
      run.child = child;
      this.#watcher.watchChildProcessModules(child, name);
    };
    const path = isAll ? undefined : resolve(this.#options.cwd, name);
    const body = async () => { await runFile(run.test, files, this.#options, onStart); };
    run.test = this.#harness.root.addSubtest(FileTest, [isAll ? '<anonymous>' : name, { timeout: Infinity }, body], undefined,
      isAll ? undefined : { file: path, line: 1, column: 1 });
    run.test.path = path;
    return run;
  }

  #drained() {
    if (this.#options.signal?.aborted) return;
    this.#harness.stream.report('test:watch:drained');
    this.#harness.pause();
  }

  async #end() {
    this.#harness.cancel(testFailure('test did not finish before its parent and was cancelled', 'cancelledByParent'));
    await this.#harness.finish();
    this.#harness.close();
  }
}

module.exports = { FilesRunner };
