// The classes of Explicit Resource Management for the globals that this script is run in. Source: TC39; the words are V8's.
(() => {
  'use strict';

  /**
   * Resources that are to be disposed of, the last first, and the error that comes of it. Self-contained but for JavaScript's own
   * globals: the text of this function also stands where `using` was written, which is why it has no comment inside.
   */
  function capability() {
    let resources = [];
    let failed = false;
    let error;
    let awaitsNothing = false;
    let awaited = false;
    const method = (value, key) => {
      if (typeof value !== 'object' && typeof value !== 'function') throw new TypeError('An object is expected with `using` declarations');
      const found = value[key];
      if (found === undefined || found === null) return undefined;
      if (typeof found !== 'function') throw new TypeError(`${String(key)} is not a function`);
      return found;
    };
    const missing = () => new TypeError(`${String(Symbol.dispose)} is not a function`);
    return {
      value: undefined,
      use(value) {
        if (value === undefined || value === null) return value;
        const dispose = method(value, Symbol.dispose);
        if (dispose === undefined) throw missing();
        resources.push({ value, dispose, isAsync: false, ignoresResult: false });
        return value;
      },
      useAsync(value) {
        if (value === undefined || value === null) {
          resources.push({ value, dispose: undefined, isAsync: true, ignoresResult: false });
          return value;
        }
        let dispose = method(value, Symbol.asyncDispose);
        const ignoresResult = dispose === undefined;
        if (ignoresResult) dispose = method(value, Symbol.dispose);
        if (dispose === undefined) throw missing();
        resources.push({ value, dispose, isAsync: true, ignoresResult });
        return value;
      },
      add(dispose, isAsync) {
        resources.push({ value: undefined, dispose, isAsync, ignoresResult: false });
      },
      fail(reason) {
        error = failed ? new SuppressedError(reason, error, 'An error was suppressed during disposal') : reason;
        failed = true;
      },
      step() {
        while (resources.length > 0) {
          const { value, dispose, isAsync, ignoresResult } = resources[resources.length - 1];
          this.value = undefined;
          if (!isAsync && awaitsNothing && !awaited) {
            awaitsNothing = false;
            return true;
          }
          resources.pop();
          if (dispose === undefined) {
            awaitsNothing = true;
            continue;
          }
          try {
            const result = Reflect.apply(dispose, value, []);
            if (!isAsync) continue;
            if (!ignoresResult) this.value = result;
          } catch (reason) {
            if (!ignoresResult) {
              this.fail(reason);
              continue;
            }
            this.value = Promise.reject(reason);
          }
          awaited = true;
          return true;
        }
        this.value = undefined;
        const waits = awaitsNothing && !awaited;
        awaitsNothing = false;
        return waits;
      },
      end() {
        if (failed) throw error;
      },
      move() {
        const moved = capability();
        moved.take(resources);
        resources = [];
        return moved;
      },
      take(others) {
        resources = others;
      },
    };
  }

  const { apply, construct, defineProperty } = Reflect;

  function SuppressedError(error, suppressed, message) {
    const made = construct(Error, message === undefined ? [] : [message], new.target ?? SuppressedError);
    Error.captureStackTrace(made, SuppressedError);
    hide(made, { error, suppressed });
    return made;
  }
  Object.setPrototypeOf(SuppressedError, Error);
  SuppressedError.prototype = Object.create(Error.prototype);
  hide(SuppressedError.prototype, { constructor: SuppressedError, name: 'SuppressedError', message: '' });
  defineProperty(SuppressedError, 'prototype', { writable: false });

  /** Defines what JavaScript's own objects have: properties that do not enumerate. */
  function hide(object, properties) {
    for (const name of Reflect.ownKeys(properties)) {
      defineProperty(object, name, { __proto__: null, value: properties[name], writable: true, enumerable: false, configurable: true });
    }
  }

  const stacks = new WeakMap();
  const asyncStacks = new WeakMap();

  function stateOf(table, stack, method) {
    const state = table.get(stack);
    if (state !== undefined) return state;
    const shown = typeof stack === 'object' && stack !== null ? `#<${stack.constructor?.name ?? 'Object'}>` : String(stack);
    throw new TypeError(`Method ${method} called on incompatible receiver ${shown}`);
  }

  function openState(table, stack, method) {
    const state = stateOf(table, stack, method);
    if (state.disposed) throw new ReferenceError(`Cannot call ${method} on an already-disposed DisposableStack`);
    return state;
  }

  function requireFunction(value) {
    if (typeof value !== 'function') throw new TypeError(`${String(value)} is not a function`);
  }

  /** The members that both classes have. */
  function members(Stack, table, isAsync) {
    const called = (method) => `${Stack.name}.prototype.${method}`;
    const { prototype } = Stack;
    hide(prototype, {
      use(value) {
        const { resources } = openState(table, this, called('use'));
        return isAsync ? resources.useAsync(value) : resources.use(value);
      },
      adopt(value, onDispose) {
        const { resources } = openState(table, this, called('adopt'));
        requireFunction(onDispose);
        resources.add(() => apply(onDispose, undefined, [value]), isAsync);
        return value;
      },
      defer(onDispose) {
        const { resources } = openState(table, this, called('defer'));
        requireFunction(onDispose);
        resources.add(onDispose, isAsync);
      },
      move() {
        const state = openState(table, this, called('move'));
        const moved = new Stack();
        table.get(moved).resources = state.resources.move();
        state.disposed = true;
        return moved;
      },
    });
    const { get } = Object.getOwnPropertyDescriptor({
      get disposed() {
        return stateOf(table, this, `get ${called('disposed')}`).disposed;
      },
    }, 'disposed');
    defineProperty(prototype, 'disposed', { get, set: undefined, enumerable: false, configurable: true });
    defineProperty(prototype, Symbol.toStringTag, { value: Stack.name, writable: false, enumerable: false, configurable: true });
    defineProperty(Stack, 'prototype', { writable: false });
  }

  function begin(table, stack, Stack, target) {
    if (target === undefined) throw new TypeError(`Constructor ${Stack.name} requires 'new'`);
    table.set(stack, { disposed: false, resources: capability() });
  }

  function DisposableStack() {
    begin(stacks, this, DisposableStack, new.target);
  }
  members(DisposableStack, stacks, false);
  const { dispose } = {
    dispose() {
      const state = stateOf(stacks, this, 'DisposableStack.prototype.dispose');
      if (state.disposed) return;
      state.disposed = true;
      state.resources.step();
      state.resources.end();
    },
  };
  hide(DisposableStack.prototype, { dispose, [Symbol.dispose]: dispose });

  function AsyncDisposableStack() {
    begin(asyncStacks, this, AsyncDisposableStack, new.target);
  }
  members(AsyncDisposableStack, asyncStacks, true);
  const { disposeAsync } = {
    async disposeAsync() {
      const state = asyncStacks.get(this);
      if (state === undefined) throw new TypeError('Receiver is not an AsyncDisposableStack');
      if (state.disposed) return;
      state.disposed = true;
      const { resources } = state;
      while (resources.step()) {
        try {
          await resources.value;
        } catch (error) {
          resources.fail(error);
        }
      }
      resources.end();
    },
  };
  hide(AsyncDisposableStack.prototype, { disposeAsync, [Symbol.asyncDispose]: disposeAsync });

  const iterators = {
    [Symbol.dispose]() {
      const close = this.return;
      if (close !== undefined && close !== null) apply(close, this, []);
    },
    async [Symbol.asyncDispose]() {
      const close = this.return;
      if (close !== undefined && close !== null) await apply(close, this, [undefined]);
    },
  };

  return {
    AsyncDisposableStack, DisposableStack, SuppressedError, capability,
    iteratorDispose: iterators[Symbol.dispose], asyncIteratorDispose: iterators[Symbol.asyncDispose],
  };
})()
