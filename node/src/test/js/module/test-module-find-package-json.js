'use strict';

// findPackageJSON(): a package's own file for a bare specifier, the one that holds for a path.
require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { findPackageJSON } = require('module');

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'module-package-')));
const file = path.join(root, 'lib', 'file.js');
const dependency = path.join(root, 'node_modules', 'dependency');
fs.mkdirSync(path.dirname(file));
fs.mkdirSync(dependency, { recursive: true });
for (const directory of [root, dependency]) fs.writeFileSync(path.join(directory, 'package.json'), '{}');
fs.writeFileSync(file, '');

assert.strictEqual(findPackageJSON('dependency', file), path.join(dependency, 'package.json'));
assert.strictEqual(findPackageJSON('dependency/sub', require('url').pathToFileURL(file)), path.join(dependency, 'package.json'));
assert.strictEqual(findPackageJSON('./file.js', file), path.join(root, 'package.json'));
assert.strictEqual(findPackageJSON('..', file), path.join(root, 'package.json'));
assert.throws(() => findPackageJSON(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => findPackageJSON('other', file), { code: 'ERR_MODULE_NOT_FOUND' });
fs.rmSync(root, { recursive: true });
