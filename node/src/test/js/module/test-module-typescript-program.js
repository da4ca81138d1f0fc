'use strict';

// TypeScript as a program: text of --eval and standard input, --input-type, --no-strip-types, packages, hooks.
require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { spawnSync } = require('child_process');

function run(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

assert.deepStrictEqual(run(['-p', '(5 as number)']), { status: 0, stdout: '5\n', stderr: '' });
assert.deepStrictEqual(run([], 'import os from "os"; let a: string = typeof os; console.log(a)'), { status: 0, stdout: 'object\n', stderr: '' });
assert.match(run(['-e', 'let a: number = 1', '--no-strip-types']).stderr, /SyntaxError: /);
assert.match(run(['--input-type=commonjs-typescript', '-e', 'import a from "a"; let b: string']).stderr, /Cannot use import statement outside a module/);
assert.match(run(['--input-type=module-typescript', '-e', 'enum A {}']).stderr, /^\[eval\]:1\nenum A \{\}\n\^+\n\nSyntaxError \[ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX\]: /);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'typescript-'));
try {
  const file = (name, text) => {
    const whole = path.join(folder, name);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(whole, text);
    return whole;
  };
  const wrong = file('wrong.ts', 'let a = 1;\nnamespace N { export const x = 1 }\n');
  const { status, stderr } = run([wrong]);
  assert.strictEqual(status, 1);
  assert.ok(stderr.startsWith(`${wrong}:2\n`) && stderr.includes('\nnamespace N {'), stderr);
  // Packages bring JavaScript.
  file('node_modules/typed/index.ts', 'export const a: number = 1');
  file('node_modules/typed/package.json', '{ "main": "index.ts" }');
  assert.match(run([file('user.cts', 'require("typed")')]).stderr, /ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING/);
  // Hooks are told of it and get the text as it is.
  const hook = file('hook.cjs', `require('module').registerHooks({ load(url, context, next) {
    const { format, source } = next(url, context);
    if (!url.endsWith('.mts')) return { format, source };
    return { format, source: String(source).replace('one: string', 'two: number'), shortCircuit: true };
  } })`);
  assert.strictEqual(run(['-r', hook, file('hooked.mts', 'const one: string = 1; console.log(typeof two);')]).stdout, 'number\n');
  const seen = file('seen.cjs', `require('module').registerHooks({ load(url, context, next) {
    const result = next(url, context);
    if (url.endsWith('.cts')) console.log(result.format, String(result.source));
    return result;
  } })`);
  assert.strictEqual(run(['-r', seen, file('asked.cts', 'const a: number = 1;')]).stdout, 'commonjs-typescript const a: number = 1;\n');
} finally {
  fs.rmSync(folder, { recursive: true });
}
