'use strict';

/** `cluster.Worker`, as both the primary and the worker itself see it; each of them adds how it ends. */

const EventEmitter = require('events');

/**
 * A worker's number, its state, and the process whose messages and errors it repeats. Node's is callable without `new`.
 * @param {{ id?: number, state?: string, process?: object }} [options]
 */
function Worker(options) {
  if (!(this instanceof Worker)) return new Worker(options);
  Reflect.apply(EventEmitter, this, []);
  const { id, process: child, state } = options === null || typeof options !== 'object' ? {} : options;
  this.exitedAfterDisconnect = undefined;
  this.state = state || 'none';
  this.id = id | 0;
  if (!child) return;
  this.process = child;
  child.on('error', (code, signal) => this.emit('error', code, signal));
  child.on('message', (message, handle) => this.emit('message', message, handle));
}
Object.setPrototypeOf(Worker.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Worker, EventEmitter);

Worker.prototype.kill = function() {
  Reflect.apply(this.destroy, this, arguments);
};

Worker.prototype.send = function() {
  return Reflect.apply(this.process.send, this.process, arguments);
};

Worker.prototype.isDead = function() {
  return this.process.exitCode !== null || this.process.signalCode !== null;
};

Worker.prototype.isConnected = function() {
  return this.process.connected;
};

module.exports = Worker;
