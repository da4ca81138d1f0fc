// register(): what hooks throw, and chains that they leave, reject the import with Node's errors.
import '../common.js';
import assert from 'node:assert';
import { register } from 'node:module';

const hooks = `
  export async function resolve(specifier, context, nextResolve) {
    switch (specifier) {
      case 'throws': throw new RangeError('from the hook');
      case 'nothing': return undefined;
      case 'incomplete': return { url: 'node:fs' };
      case 'number': return nextResolve(1);
      default: return nextResolve(specifier, context);
    }
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
await assert.rejects(import('throws'), { name: 'RangeError', message: 'from the hook' });
await assert.rejects(import('nothing'), { code: 'ERR_INVALID_RETURN_VALUE' });
await assert.rejects(import('incomplete'), { code: 'ERR_LOADER_CHAIN_INCOMPLETE' });
await assert.rejects(import('number'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => register('./nothing.mjs', import.meta.url), { code: 'ERR_MODULE_NOT_FOUND' });
assert.throws(() => register('data:text/javascript,export function initialize() { return new Promise(() => {}) }'),
  { code: 'ERR_ASYNC_LOADER_REQUEST_NEVER_SETTLED' });
