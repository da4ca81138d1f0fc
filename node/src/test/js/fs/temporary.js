'use strict';

/** A directory of the test's own, removed when it exits. */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'barista-fs-'));
process.on('exit', () => fs.rmSync(directory, { recursive: true, force: true }));

module.exports = { at: (...names) => path.join(directory, ...names), directory };
