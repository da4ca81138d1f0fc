// Needs: a process
'use strict';

// Modules made of text are linked by hand, evaluated once, and answer for their import() and import.meta.

const assert = require('assert');
const { mustCall } = require('../common');
const vm = require('vm');

if (vm.SourceTextModule === undefined) {
  process.execve(process.execPath, [process.execPath, '--experimental-vm-modules', '--no-warnings', __filename], process.env);
}

async function linksAndEvaluates() {
  const context = vm.createContext({ log: [] });
  const texts = {
    root: 'import { a, add } from "a"; import * as b from "b"; add(1); log.push(a, b.name); export default b.name;',
    a: 'export let a = 1; export const add = (n) => { a += n; };',
    b: 'import { a } from "a"; export const name = "b" + a;',
  };
  const made = {};
  const module = (name) => made[name] ??= new vm.SourceTextModule(texts[name], { context, identifier: name });
  const root = module('root');
  assert.deepStrictEqual(root.moduleRequests.map(({ specifier, phase }) => [specifier, phase]), [['a', 'evaluation'], ['b', 'evaluation']]);
  assert.strictEqual(root.status, 'unlinked');
  const linking = root.link(async (specifier, referrer) => {
    assert.ok(referrer instanceof vm.SourceTextModule);
    return module(specifier);
  });
  assert.strictEqual(root.status, 'linking');
  await linking;
  assert.strictEqual(root.status, 'linked');
  assert.strictEqual(await root.evaluate(), undefined);
  assert.strictEqual(await root.evaluate(), undefined);
  assert.strictEqual(root.status, 'evaluated');
  assert.deepStrictEqual([...context.log], [2, 'b1']);
  assert.strictEqual(root.namespace.default, 'b1');
  assert.strictEqual(made.a.context, context);
}

async function importsAndMeta() {
  const found = new vm.SourceTextModule('export const answer = 42;');
  await found.link(() => {});
  await found.evaluate();
  const module = new vm.SourceTextModule('export const { answer } = await import("found", { with: { k: "v" } }); export const url = import.meta.url;', {
    initializeImportMeta: mustCall((meta, of) => {
      assert.strictEqual(of, module);
      meta.url = 'here';
    }),
    importModuleDynamically: mustCall((specifier, referrer, attributes, phase) => {
      assert.strictEqual(specifier, 'found');
      assert.strictEqual(referrer, module);
      assert.deepStrictEqual({ ...attributes }, { k: 'v' });
      assert.strictEqual(phase, 'evaluation');
      return found;
    }),
  });
  await module.link(() => {});
  assert.strictEqual(module.hasTopLevelAwait(), true);
  assert.strictEqual(module.hasAsyncGraph(), true);
  await module.evaluate();
  assert.strictEqual(module.namespace.answer, 42);
  assert.strictEqual(module.namespace.url, 'here');
}

async function fails() {
  const bad = new vm.SourceTextModule('throw new RangeError("bad");');
  assert.throws(() => bad.error, { code: 'ERR_VM_MODULE_STATUS' });
  assert.throws(() => bad.namespace, { code: 'ERR_VM_MODULE_STATUS' });
  await assert.rejects(bad.evaluate(), { code: 'ERR_VM_MODULE_STATUS' });
  await bad.link(() => {});
  await assert.rejects(bad.link(() => {}), { code: 'ERR_VM_MODULE_ALREADY_LINKED' });
  await assert.rejects(bad.evaluate(), { name: 'RangeError' });
  assert.strictEqual(bad.status, 'errored');
  assert.strictEqual(bad.error.message, 'bad');

  const user = () => new vm.SourceTextModule('import "bad";');
  await assert.rejects(user().link(() => bad), { code: 'ERR_VM_MODULE_LINK_FAILURE', cause: bad.error });
  await assert.rejects(user().link(() => ({})), { code: 'ERR_VM_MODULE_NOT_MODULE' });
  await assert.rejects(user().link(() => new vm.SourceTextModule('', { context: vm.createContext() })),
                       { code: 'ERR_VM_MODULE_DIFFERENT_CONTEXT' });
  await assert.rejects(new vm.SourceTextModule('import { none } from "x"').link(() => new vm.SourceTextModule('')), SyntaxError);

  const endless = new vm.SourceTextModule('for (;;);');
  await endless.link(() => {});
  await assert.rejects(endless.evaluate({ timeout: 20 }), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
  assert.strictEqual(endless.status, 'errored');
}

async function cachedData() {
  const data = new vm.SourceTextModule('export {};').createCachedData();
  assert.ok(data.length > 0);
  new vm.SourceTextModule('export {};', { cachedData: data });
  assert.throws(() => new vm.SourceTextModule('export { };;', { cachedData: data }), { code: 'ERR_VM_MODULE_CACHED_DATA_REJECTED' });
}

Promise.all([linksAndEvaluates(), importsAndMeta(), fails(), cachedData()]).then(mustCall());
