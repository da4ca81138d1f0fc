'use strict';

/** A bound socket of the primary whose workers listen, or receive, on descriptors of their own for it: the system gives them turns. */
class SharedHandle {
  #workers = new Set();
  #handle = null;
  #errno = 0;

  constructor({ address, port, addressType, fd, flags }) {
    const create = addressType === 'udp4' || addressType === 'udp6' ?
      require('dgram')._createSocketHandle : require('net')._createServerHandle;
    const made = create(address, port, addressType, fd, flags);
    if (typeof made === 'number') this.#errno = made;
    else this.#handle = made;
  }

  /** @param {Function} reply called with an errno or 0, nothing more to say, and the handle to send */
  add(worker, reply) {
    this.#workers.add(worker.id);
    reply(this.#errno, null, this.#handle);
  }

  /** @returns {boolean} whether it was the last one; the socket is then closed */
  remove(worker) {
    if (!this.#workers.delete(worker.id) || this.#workers.size > 0) return false;
    this.#handle?.close();
    this.#handle = null;
    return true;
  }
}

module.exports = SharedHandle;
