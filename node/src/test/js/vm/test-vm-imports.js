'use strict';

// import() in a script needs somebody who answers for it: a callback, or the program's own loader.

const assert = require('assert');
const { mustCall } = require('../common');
const vm = require('vm');

const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
const MISSING = { code: 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING' };

process.removeAllListeners('warning');   // of experimental features
(async () => {
  await assert.rejects(vm.runInThisContext('import("fs")'), MISSING);
  await assert.rejects(vm.compileFunction('return import("fs")')(), MISSING);
  await assert.rejects(vm.runInNewContext('eval("import(\'fs\')")'), MISSING);
  await assert.rejects(vm.runInThisContext('import("fs")', { importModuleDynamically() {} }),
                       { code: 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG' });

  const fs = await import('fs');
  assert.strictEqual(await vm.runInThisContext('import("fs")', { importModuleDynamically }), fs);
  assert.strictEqual(await vm.compileFunction('return import("fs")', [], { importModuleDynamically })(), fs);
  const context = vm.createContext({}, { importModuleDynamically });
  assert.strictEqual(await vm.runInContext('import("fs")', context, { importModuleDynamically }), fs);
  assert.strictEqual(vm.runInContext('import("fs") instanceof Promise', context, { importModuleDynamically }), true);
  await assert.rejects(vm.runInThisContext('import("./none.mjs")', { importModuleDynamically, filename: __filename }),
                       { code: 'ERR_MODULE_NOT_FOUND' });
})().then(mustCall());

for (const wrong of [false, 'x', {}, Symbol('x')]) {
  assert.throws(() => new vm.Script('', { importModuleDynamically: wrong }), { code: 'ERR_INVALID_ARG_TYPE' });
}
