// register(): asynchronous hooks in a thread of their own, with data, one on top of the other.
import common from '../common.js';
import assert from 'node:assert';
import { register } from 'node:module';
import { MessageChannel, threadId } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const hooks = `
  import { threadId } from 'node:worker_threads';
  let port;
  export async function initialize(data) { port = data.port; port.postMessage({ threadId, word: data.word }); }
  export async function resolve(specifier, context, nextResolve) {
    if (specifier !== 'virtual') return nextResolve(specifier, context);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return { url: 'virtual:', shortCircuit: true };
  }
  export async function load(url, context, nextLoad) {
    return url === 'virtual:' ? { format: 'module', source: 'export const depth = 1', shortCircuit: true } : nextLoad(url, context);
  }`;
const deeper = `
  export async function load(url, context, nextLoad) {
    const result = await nextLoad(url, context);
    return url === 'virtual:' ? { ...result, source: String(result.source).replace('1', '2') } : result;
  }`;
const url = (text) => `data:text/javascript,${encodeURIComponent(text)}`;

port1.once('message', common.mustCall((message) => {
  assert.strictEqual(message.word, 'word');
  assert.notStrictEqual(message.threadId, threadId);
  port1.close();
}));
assert.strictEqual(register(url(hooks), { data: { port: port2, word: 'word' }, transferList: [port2] }), undefined);
register(url(deeper));
assert.strictEqual((await import('virtual')).depth, 2);
assert.strictEqual(import.meta.resolve('virtual'), 'virtual:');
