'use strict';

// What becomes of each kind of TypeScript: module.stripTypeScriptTypes() shows it.
require('../common');
const assert = require('assert');
const { stripTypeScriptTypes } = require('module');

process.removeAllListeners('warning');
process.on('warning', ({ message }) => assert.match(message, /stripTypeScriptTypes is an experimental feature/));

const blank = (length) => ' '.repeat(length);
for (const [typed, plain] of [
  ['let x: number = 1', `let x${blank(8)} = 1`],
  ['let x!: string, { a }: any = b', `let x${blank(9)}, { a }${blank(5)} = b`],
  ['f<T>(x as any, y!, z satisfies Z)', `f${blank(3)}(x${blank(7)}, y${blank(1)}, z${blank(12)})`],
  ['let a = b as any\n(1)', `let a = b ;${blank(5)}\n(1)`],
  ['let a = b\ninterface X {}\n(1)', `let a = b\n;${blank(13)}\n(1)`],
  ['(a as any) = 1', `(a${blank(7)}) = 1`],
  ['const f = (a): \n string => a', `const f = (a${blank(3)}\n${blank(6)}) => a`],
  ['let z = async <T>(x: T): Promise<T> => x', `let z = async${blank(4)}(x${blank(3)})${blank(13)}=> x`],
  ['function f(this: A, b?: string) {}', `function f(${blank(9)}b${blank(9)}) {}`],
  ['class A<T> extends B<T> implements C {}', `class A${blank(4)}extends B${blank(17)}{}`],
  ['class A { private static x?: number = 1; f(): void; f() {} }', `class A { ${blank(8)}static x${blank(9)} = 1; ${blank(11)}f() {} }`],
  ['import A, { type B } from "x"', `import A, { ${blank(6)} } from "x"`],
  ['import type { A } from "x"; a', `${blank(28)}a`],
  ['export type { A } from "x"', blank(26)],
  ['declare module "x" {}', blank(21)],
  ['namespace N { export type T = 1 }', blank(33)],
  ['/* \u00e9 */ let x: "\u00e9\u2014" = 1', `/* \u00e9 */ let x${blank(3)}\u00a0\u2002${blank(1)} = 1`],
]) {
  assert.strictEqual(stripTypeScriptTypes(typed), plain, typed);
}

for (const [typed, what] of [
  ['const enum A {}', 'TypeScript enum'], ['namespace N { export const x = 1 }', 'TypeScript namespace declaration'],
  ['import fs = require("fs")', 'TypeScript import equals declaration'], ['export = 1', 'TypeScript export assignment'],
  ['class A { constructor(private a) {} }', 'TypeScript parameter property'],
]) {
  assert.throws(() => stripTypeScriptTypes(typed), { code: 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX', message: `${what} is not supported in strip-only mode` });
}
assert.throws(() => stripTypeScriptTypes('<any>a'), { code: 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX', message: /^The angle-bracket syntax/ });
assert.throws(() => stripTypeScriptTypes('let a: = 1'), { name: 'SyntaxError', code: 'ERR_INVALID_TYPESCRIPT_SYNTAX' });
assert.throws(() => stripTypeScriptTypes(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => stripTypeScriptTypes('', { mode: 'other' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(stripTypeScriptTypes('a', { sourceUrl: 'b.ts' }), 'a\n\n//# sourceURL=b.ts');
