// Needs: a process
'use strict';

// The exports of a synthetic module are set by the program, before, while and after it is evaluated.

const assert = require('assert');
const { mustCall } = require('../common');
const vm = require('vm');

if (vm.SyntheticModule === undefined) {
  process.execve(process.execPath, [process.execPath, '--experimental-vm-modules', '--no-warnings', __filename], process.env);
}

(async () => {
  const module = new vm.SyntheticModule(['default', 'x'], mustCall(() => {
    assert.strictEqual(module.status, 'evaluating');
    module.setExport('x', 1);
  }));
  assert.strictEqual(module.status, 'linked');
  module.setExport('default', 'early');
  const user = new vm.SourceTextModule('import d, { x } from "s"; export const get = () => [d, x];');
  await user.link(() => module);
  await user.evaluate();
  assert.deepStrictEqual([...user.namespace.get()], ['early', 1]);
  module.setExport('x', 2);
  assert.deepStrictEqual([...user.namespace.get()], ['early', 2]);
  assert.strictEqual(await module.evaluate(), undefined);
  assert.throws(() => module.setExport('y', 1), ReferenceError);
  assert.throws(() => module.setExport(1, 1), { code: 'ERR_INVALID_ARG_TYPE' });

  const failing = new vm.SyntheticModule([], () => { throw new Error('no'); });
  await assert.rejects(failing.evaluate(), { message: 'no' });
  await assert.rejects(failing.evaluate(), { message: 'no' });
  assert.strictEqual(failing.status, 'errored');
  assert.strictEqual(failing.error.message, 'no');
})().then(mustCall());

assert.throws(() => new vm.SyntheticModule(['x', 'x'], () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => new vm.SyntheticModule('x', () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new vm.Module(), { message: 'Module is not a constructor' });
