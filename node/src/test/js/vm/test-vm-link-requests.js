// Needs: a process
'use strict';

// linkRequests and instantiate link modules at once: one module for each request, of a graph that may be circular.

const assert = require('assert');
const { mustCall } = require('../common');
const vm = require('vm');

if (vm.SourceTextModule === undefined) {
  process.execve(process.execPath, [process.execPath, '--experimental-vm-modules', '--no-warnings', __filename], process.env);
}

const even = new vm.SourceTextModule('import { odd } from "odd"; export const even = (n) => n === 0 || odd(n - 1);');
const odd = new vm.SourceTextModule('import { even } from "even"; export const odd = (n) => n !== 0 && even(n - 1);', { identifier: 'odd' });
assert.throws(() => even.instantiate(), { code: 'ERR_VM_MODULE_LINK_FAILURE' });
assert.throws(() => even.linkRequests([]), { code: 'ERR_MODULE_LINK_MISMATCH' });
assert.throws(() => even.linkRequests([{}]), { code: 'ERR_VM_MODULE_NOT_MODULE' });
even.linkRequests([odd]);
assert.throws(() => even.instantiate(), {
  code: 'ERR_VM_MODULE_LINK_FAILURE', message: "request for 'even' can not be resolved on module 'odd' that is not linked",
});
odd.linkRequests([even]);
even.instantiate();
assert.strictEqual(odd.status, 'linked');
assert.throws(() => even.instantiate(), { code: 'ERR_VM_MODULE_STATUS' });

const typed = new vm.SourceTextModule('import a from "x" with { type: "json" }; import b from "x" with { type: "text" }; export { a, b };');
const json = new vm.SyntheticModule(['default'], () => json.setExport('default', 'json'));
const text = new vm.SyntheticModule(['default'], () => text.setExport('default', 'text'));
typed.linkRequests([json, text]);
typed.instantiate();

(async () => {
  await even.evaluate();
  assert.strictEqual(even.namespace.even(10), true);
  await typed.evaluate();
  assert.deepStrictEqual({ ...typed.namespace }, { a: 'json', b: 'text' });
})().then(mustCall());
