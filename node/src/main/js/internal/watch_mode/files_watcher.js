'use strict';

/** Watches files that programs have loaded, and whole folders, and tells of changes when no more of them follow. */

const EventEmitter = require('events');
const { watch } = require('fs');
const { dirname, resolve } = require('path');
const { fileURLToPath } = require('url');

const DEBOUNCE_MILLIS = 200;

/**
 * Emits `changed` with `{ owners, eventType }`: a set of those who gave the files that have changed, and the last change's `rename` or
 * `change`. A file is watched through its folder, so that it may be replaced, go away, and come back.
 */
class FilesWatcher extends EventEmitter {
  #debounce;
  #signal;
  /** Path → { handle, isWhole }: whether every change in it counts, or only those of `#files`. */
  #folders = new Map();
  /** Path → its owners. */
  #files = new Map();
  #changedOwners = new Set();
  #timer;

  /**
   * @param {object} [options]
   * @param {number} [options.debounce] milliseconds without a change after which one is told of
   * @param {AbortSignal} [options.signal] ends the watching
   */
  constructor({ debounce = DEBOUNCE_MILLIS, signal } = {}) {
    super();
    this.#debounce = debounce;
    this.#signal = signal;
    if (signal) EventEmitter.addAbortListener(signal, () => this.clear());
  }

  get watchedPaths() {
    return [...this.#folders.keys()];
  }

  /** Watches a folder with all below it, or a single file. Throws where it is not there. */
  watchPath(path) {
    this.#open(path, true);
  }

  /** @param {(name: string | null) => string} [toPath] what a name in an event means */
  #open(path, isWhole, toPath = (name) => resolve(path, name ?? '')) {
    if (this.#folders.has(path)) return;
    const handle = watch(path, { recursive: isWhole, signal: this.#signal });
    handle.on('change', (eventType, name) => this.#changed(isWhole, eventType, toPath(name)));
    handle.on('error', (error) => this.emit('error', error));
    this.#folders.set(path, { handle, isWhole });
  }

  #changed(isWhole, eventType, path) {
    const owners = this.#files.get(path);
    if (owners === undefined && !isWhole) return;
    for (const owner of owners ?? []) this.#changedOwners.add(owner);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = { owners: this.#changedOwners, eventType };
      this.#changedOwners = new Set();
      this.emit('changed', changed);
    }, this.#debounce);
    this.#timer.unref();
  }

  /**
   * Watches a file, which need not be there yet.
   * @param {string} file an absolute path
   * @param {*} [owner] who gives it
   */
  filterFile(file, owner) {
    const watched = this.#openFolderOf(file);
    const owners = this.#files.get(watched) ?? new Set();
    if (owner !== undefined) owners.add(owner);
    this.#files.set(watched, owners);
  }

  /** @returns {string} the file, or the first folder on its path that is missing: the file comes with that one */
  #openFolderOf(file) {
    for (;;) {
      const folder = dirname(file);
      try {
        this.#open(folder, false);
        return file;
      } catch (error) {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') return this.#openFile(file);
        file = folder;
      }
    }
  }

  /** Watches a file itself, where its folder may not be watched. */
  #openFile(file) {
    this.#open(file, false, () => file);
    return file;
  }

  /** Watches what a process says that it loads. */
  watchChildProcessModules(child, owner) {
    child.on('message', (message) => {
      for (const path of listOf(message, 'watch:require')) this.#filterLoaded(path, owner);
      for (const url of listOf(message, 'watch:import')) this.#filterLoaded(url, owner);
    });
  }

  /** What a process says may be anything, and it may be gone, or unreadable: then it is not watched. That no more can be watched is told. */
  #filterLoaded(name, owner) {
    try {
      this.filterFile(`${name}`.startsWith('/') ? name : fileURLToPath(name), owner);
    } catch (error) {
      if (error.code === 'ENOSPC' || error.code === 'EMFILE') this.emit('error', error);
    }
  }

  /** Forgets the files that only these have given. */
  unfilterFilesOwnedBy(given) {
    for (const [file, owners] of this.#files) {
      if (owners.size === 0) continue;
      for (const owner of given) owners.delete(owner);
      if (owners.size === 0) this.#files.delete(file);
    }
  }

  /** Forgets all files, and what has happened so far; whole folders stay watched. */
  clearFileFilters() {
    clearTimeout(this.#timer);
    this.#changedOwners.clear();
    this.#files.clear();
    this.#close(({ isWhole }) => !isWhole);
  }

  clear() {
    this.clearFileFilters();
    this.#close(() => true);
  }

  #close(isMeant) {
    for (const [path, folder] of this.#folders) {
      if (!isMeant(folder)) continue;
      folder.handle.close();
      this.#folders.delete(path);
    }
  }
}

function listOf(message, key) {
  const list = message?.[key];
  return Array.isArray(list) ? list : [];
}

module.exports = { FilesWatcher };
