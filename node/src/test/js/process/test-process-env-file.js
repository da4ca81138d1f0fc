'use strict';

// Files of variables: a later one wins over an earlier one, what is set stays, and NODE_OPTIONS of a file counts.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'env-file-'));
process.on('exit', () => fs.rmSync(directory, { recursive: true }));
const first = path.join(directory, 'first.env');
const second = path.join(directory, 'second.env');
fs.writeFileSync(first, 'DRINK=tea\nSIZE=small\nSET=file\nNODE_OPTIONS="--title=brewing"\n');
fs.writeFileSync(second, 'DRINK=coffee # black\nexport   MILK = none\n');

const { NODE_OPTIONS, ...rest } = process.env;
const text = 'const { DRINK, SIZE, SET, MILK } = process.env; console.log(DRINK, SIZE, SET, MILK, process.title)';
execFile(process.execPath, [`--env-file=${first}`, `--env-file-if-exists=${second}`, '--env-file-if-exists=none.env', '-e', text],
  { env: { ...rest, SET: 'already' } }, mustCall((error, stdout, stderr) => {
    assert.strictEqual(stdout, 'coffee small already none brewing\n');
    assert.strictEqual(stderr, 'none.env not found. Continuing without it.\n');
  }));
