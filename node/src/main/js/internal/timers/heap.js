'use strict';

/** A binary heap of timer lists: the one due first is on top; of those due together, the one that got its due time first. */
class TimersHeap {
  #lists = [];

  get size() {
    return this.#lists.length;
  }

  /** The list due first, or undefined. */
  peek() {
    return this.#lists[0];
  }

  insert(list) {
    this.#lists.push(list);
    this.#up(list, this.#lists.length - 1);
  }

  remove(list) {
    const at = list.priorityQueuePosition;
    list.priorityQueuePosition = null;
    const last = this.#lists.pop();
    if (last === list) return;
    this.#place(last, at);
    this.moved(last);
  }

  /** Brings a list whose due time has changed to its place. */
  moved(list) {
    const at = list.priorityQueuePosition;
    this.#down(list, at);
    if (list.priorityQueuePosition === at) this.#up(list, at);
  }

  #place(list, at) {
    this.#lists[at] = list;
    list.priorityQueuePosition = at;
  }

  #up(list, at) {
    const lists = this.#lists;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(list, lists[parent])) break;
      this.#place(lists[parent], at);
      at = parent;
    }
    this.#place(list, at);
  }

  #down(list, at) {
    const lists = this.#lists;
    const half = lists.length >> 1;
    while (at < half) {
      let child = 2 * at + 1;
      if (child + 1 < lists.length && before(lists[child + 1], lists[child])) child++;
      if (!before(lists[child], list)) break;
      this.#place(lists[child], at);
      at = child;
    }
    this.#place(list, at);
  }
}

function before(a, b) {
  return a.expiry === b.expiry ? a.id < b.id : a.expiry < b.expiry;
}

module.exports = { TimersHeap };
