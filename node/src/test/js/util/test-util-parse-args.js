'use strict';

// parseArgs() reads options as getopt(3) does.

const assert = require('assert');
const { parseArgs } = require('util');

const options = { verbose: { type: 'boolean', short: 'v' }, name: { type: 'string', short: 'n' }, all: { type: 'string', multiple: true } };
const values = (args, extra) => ({ ...parseArgs({ args, options, allowPositionals: true, ...extra }).values });

assert.deepStrictEqual(values(['-v', '--name=x']), { verbose: true, name: 'x' });
assert.deepStrictEqual(values(['-vn', 'x']), { verbose: true, name: 'x' });
assert.deepStrictEqual(values(['-nx']), { name: 'x' });
assert.deepStrictEqual(values(['--all', '1', '--all', '2']), { all: ['1', '2'] });
assert.deepStrictEqual(values(['--no-verbose'], { allowNegative: true }), { verbose: false });
assert.deepStrictEqual(parseArgs({ args: ['a', '--', '-v'], options, allowPositionals: true }).positionals, ['a', '-v']);
assert.throws(() => values(['--other']), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' });
assert.throws(() => values(['--name']), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', message: 'Option \'-n, --name <value>\' argument missing' });
assert.throws(() => values(['--name', '-v']), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
assert.throws(() => values(['--verbose=1']), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
assert.throws(() => parseArgs({ args: ['a'], options }), { code: 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL' });
assert.throws(() => parseArgs({ args: [], options: { a: { type: 'number' } } }), { code: 'ERR_INVALID_ARG_TYPE' });

assert.deepStrictEqual(parseArgs({ args: ['-xy', 'p'], strict: false, tokens: true }).tokens, [
  { kind: 'option', name: 'x', rawName: '-x', index: 0, value: undefined, inlineValue: undefined },
  { kind: 'option', name: 'y', rawName: '-y', index: 0, value: undefined, inlineValue: undefined },
  { kind: 'positional', index: 1, value: 'p' },
]);
