'use strict';

/*
 * The global console. While no program has asked for `process.stdout`, it writes straight to the descriptor, and no stream is loaded.
 */

const { State, bound, methods, setUp } = require('internal/console/methods');
const { writeOut, existing, isTerminal } = require('internal/process/stdio');
const { isOwnStream } = require('internal/process/object');

const names = [undefined, 'stdout', 'stderr'];

/** The standard streams, as they were when the console first wrote. */
class StandardOutput {
  /** For each descriptor: the stream that a program put in the place of the standard one. */
  replaced = [];
  /** For each descriptor: whether the standard stream is the one to write to. */
  own = [];

  /** The replacement of a stream; undefined where there is none. */
  replacement(fd) {
    if (this.own[fd]) return undefined;
    if (this.replaced[fd] !== undefined) return this.replaced[fd];
    if (isOwnStream(names[fd])) {
      this.own[fd] = true;
      return undefined;
    }
    return this.replaced[fd] = process[names[fd]];
  }

  stream(fd) {
    return this.replacement(fd) ?? require('internal/process/stdio')[names[fd]]();
  }

  write(fd, text) {
    const stream = this.replacement(fd) ?? existing(fd);
    if (stream === undefined) writeOut(fd, text);
    else require('internal/console/streams').writeTo(console, stream, text, fd);
  }

  hasColors(fd) {
    const known = this.replacement(fd) ?? existing(fd);
    if (known === undefined && !isTerminal(fd) && process.env.FORCE_COLOR === undefined) return false;
    return require('internal/util/colors').shouldColorize(this.stream(fd));
  }
}

const output = new StandardOutput();
const console = Object.create({});

for (const name of Object.keys(methods)) console[name] = bound(console, name, methods[name]);

setUp(console, new State(output, {}));

for (const fd of [1, 2]) {
  Object.defineProperty(console, `_${names[fd]}`, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() { return output.stream(fd); },
    set(stream) {
      output.own[fd] = false;
      output.replaced[fd] = stream;
    },
  });
  Object.defineProperty(console, `_${names[fd]}ErrorHandler`, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    writable: true,
    value: (error) => require('internal/console/streams').onWriteError(output.stream(fd), error),
  });
}

const { defineLazy } = binding('util/types');
const fromConstructor = (name) => defineLazy(console, name, () => require('internal/console/constructor')[name]);

fromConstructor('Console');
// These are for the inspector, and do nothing without one.
Object.assign(console, { profile() {}, profileEnd() {}, timeStamp() {} });
fromConstructor('context');
fromConstructor('createTask');

module.exports = console;
