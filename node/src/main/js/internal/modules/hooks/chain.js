'use strict';

/** The hooks of one name in the order in which they were registered: each is called with what calls the one before it. */

const errors = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');

class HookChain {
  #name;
  #hooks;

  /**
   * @param {'resolve' | 'load'} name
   * @param {string} source where the loader's own step is, for messages
   * @param {Function} step that step
   */
  constructor(name, source, step) {
    this.#name = name;
    this.#hooks = [{ hook: step, source }];
  }

  add(hook, source) {
    this.#hooks.push({ hook, source });
  }

  isEmpty() {
    return this.#hooks.length === 1;
  }

  /** The hook that is called first, for messages. */
  lastName() {
    return `${this.#hooks.at(-1).source} '${this.#name}'`;
  }

  /** Calls the last hook. @returns {Promise<object>} what it returns */
  async run(subject, context) {
    const state = { context, isComplete: false, shortCircuited: false };
    const name = this.lastName();   // what is registered meanwhile does not count
    const result = await this.#next(this.#hooks.length - 1, state)(subject, context);
    if (!state.isComplete && !state.shortCircuited) throw new errors.ERR_LOADER_CHAIN_INCOMPLETE(name);
    return result;
  }

  #next(index, state) {
    const { hook, source } = this.#hooks[index];
    const method = this.#name === 'resolve' ? 'nextResolve' : 'nextLoad';
    const name = `${source} '${this.#name}' hook's ${method}()`;
    return async (subject = undefined, context) => {
      this.#check(subject, context, name);
      if (context) Object.assign(state.context, context);
      if (index === 0) state.isComplete = true;
      const result = await (index === 0 ? hook(subject, state.context) : hook(subject, state.context, this.#next(index - 1, state)));
      if (typeof result !== 'object' || result === null) throw new errors.ERR_INVALID_RETURN_VALUE('an object', name, result);
      if (result.shortCircuit === true) state.shortCircuited = true;
      return result;
    };
  }

  #check(subject, context, name) {
    if (this.#name === 'resolve') {
      validateString(subject, `${name} specifier`);
    } else {
      if (typeof subject !== 'string') throw new errors.ERR_INVALID_ARG_TYPE(`${name} url`, 'a URL string', subject);
      if (!URL.canParse(subject)) throw new errors.ERR_INVALID_ARG_VALUE(`${name} url`, subject, 'should be a URL string');
    }
    if (context !== undefined) validateObject(context, `${name} context`);
  }
}

module.exports = { HookChain };
