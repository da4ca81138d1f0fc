'use strict';

const { send } = require('internal/cluster/messages');

/**
 * A listening socket of the primary, which accepts the connections and gives them to its workers in turn. A worker gets the next one
 * when it has said what became of the one before.
 */
class RoundRobinHandle {
  #key;

  /** The workers that listen, by number. */
  #all = new Map();

  /** Those of them that wait for a connection, who has waited longest first. */
  #free = new Map();

  /** Connections that wait for a worker. */
  #waiting = [];

  /** The connection that each worker has been sent and has not answered for. */
  #sent = new Map();

  #handle = null;

  /** The server that is about to listen; null when it does. */
  #server;

  constructor(key, address, { port, fd, flags, backlog, readableAll, writableAll }) {
    this.#key = key;
    this.#server = require('net').createServer();
    if (fd >= 0) this.#server.listen({ fd, backlog });
    else if (port >= 0) this.#server.listen({ port, host: address, ipv6Only: Boolean(flags & 1), backlog });
    else this.#server.listen({ path: address, backlog, readableAll, writableAll });
    this.#server.once('listening', () => {
      this.#handle = this.#server._handle;
      this.#handle.onconnection = (errno, client) => this.#distribute(errno, client);
      this.#server._handle = null;
      this.#server = null;
    });
  }

  /** @param {Function} reply called with an errno or 0, later, and what else to tell the worker */
  add(worker, reply) {
    this.#all.set(worker.id, worker);
    const done = () => {
      const sockname = {};
      // Only TCP sockets have a name to tell.
      if (this.#handle.getsockname?.(sockname) === 0) reply(0, { sockname }, null);
      else reply(0, null, null);
      this.#handOff(worker);
    };
    if (this.#server === null) {
      done();
    } else {
      this.#server.once('listening', done);
      this.#server.once('error', (error) => reply(error.errno, null));
    }
  }

  /** @returns {boolean} whether it was the last one; the socket is then closed, and with it the connections that nobody has got */
  remove(worker) {
    if (!this.#all.delete(worker.id)) return false;
    this.#free.delete(worker.id);
    const unanswered = this.#sent.get(worker.id);
    this.#sent.delete(worker.id);
    // A worker answers before it touches a connection: without an answer another one may have it.
    if (unanswered !== undefined && !worker.isConnected()) this.#distribute(0, unanswered);
    if (this.#all.size > 0) return false;
    for (const client of this.#waiting) client.close();
    this.#waiting = [];
    this.#handle?.close();
    this.#handle = null;
    return true;
  }

  #distribute(errno, client) {
    if (errno) return;   // what could not be accepted is left out
    this.#waiting.push(client);
    const [worker] = this.#free.values();
    if (worker === undefined) return;
    this.#free.delete(worker.id);
    this.#handOff(worker);
  }

  #handOff(worker) {
    if (!this.#all.has(worker.id)) return;   // it has closed its server
    const client = this.#waiting.shift();
    if (client === undefined) {
      this.#free.set(worker.id, worker);
      return;
    }
    this.#sent.set(worker.id, client);
    send(worker.process, { act: 'newconn', key: this.#key }, client, ({ accepted }) => {
      if (this.#sent.get(worker.id) === client) this.#sent.delete(worker.id);
      if (accepted) client.close();
      else if (this.#all.size > 0) this.#distribute(0, client);
      else client.close();
      this.#handOff(worker);
    });
  }
}

module.exports = RoundRobinHandle;
