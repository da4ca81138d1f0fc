'use strict';

// What options grant: a file, a directory with all in it, all that begins so, paths from the working directory.

require('../common');
const { directoryWith, run } = require('./restricted');
const assert = require('assert');

const directory = directoryWith({ 'tree/deep/file': '', 'alone': '' });
const grants = ['tree', 'alone', 'missing', './begin*', 'stars/*', 'mid*dle/x', 'comma,s'].flatMap((each) => ['--allow-fs-read', each]);
const asked = [
  'tree', 'tree/', 'tree/deep/file', 'tree/new', 'trees', 'alone', 'alone/', 'alone/x', 'missing', 'missing/x', 'begin', 'beginning/x', 'begi',
  'stars', 'stars/', 'stars/x', 'star', 'mid', 'middle', 'mid/whatever', 'comma,s', 'comma', 'tree/../alone', 'tree/../other', '.', '..', '/',
];
const answers = JSON.parse(run(['--permission', '--no-warnings', ...grants, '-p',
                                `JSON.stringify(${JSON.stringify(asked)}.map((each) => process.permission.has('fs.read', each)))`], { cwd: directory }));
const granted = asked.filter((_, i) => answers[i]);
assert.deepStrictEqual(granted, [
  'tree', 'tree/', 'tree/deep/file', 'tree/new', 'alone', 'alone/', 'missing', 'begin', 'beginning/x', 'stars', 'stars/', 'stars/x',
  'mid', 'middle', 'mid/whatever', 'comma,s', 'tree/../alone',
]);

// Options of NODE_OPTIONS count, and those of the command line with them.
const env = { ...process.env, NODE_OPTIONS: '--permission --allow-fs-read=/one "--allow-fs-read=/two words"' };
const text = 'JSON.stringify(["/one", "/two words", "/three", "/four"].map((each) => process.permission.has("fs.read", each)))';
assert.strictEqual(run(['--allow-fs-read=/three', '-p', text], { env }), '[true,true,true,false]\n');
