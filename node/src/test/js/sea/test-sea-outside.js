'use strict';
// A program that is no single executable has no assets, and its module has a name with the scheme alone.
require('../common');
const assert = require('assert');
const sea = require('node:sea');
const { builtinModules, isBuiltin } = require('module');

assert.strictEqual(sea.isSea(), false);
const refused = { name: 'Error', code: 'ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION' };
assert.throws(() => sea.getAsset('a'), refused);
assert.throws(() => sea.getAsset('a', 'utf8'), refused);
assert.throws(() => sea.getRawAsset('a'), refused);
assert.throws(() => sea.getAssetAsBlob('a', { type: 'x' }), refused);
assert.throws(() => sea.getAssetKeys(), refused);

const wrong = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };
assert.throws(() => sea.getAsset(1), wrong);
assert.throws(() => sea.getAsset('a', 1), wrong);
assert.throws(() => sea.getRawAsset(), wrong);
assert.throws(() => sea.getAssetAsBlob(null), wrong);

assert(isBuiltin('node:sea'));
assert(!isBuiltin('sea'));
assert(builtinModules.includes('node:sea'));
assert.throws(() => require('sea'), { code: 'MODULE_NOT_FOUND' });
