'use strict';

// Standard input that is a pipe closes after its end.

const { mustCall } = require('../common');
const assert = require('assert');
const { spawn } = require('child_process');

const text = `
const seen = [];
process.stdin.on('data', (bytes) => seen.push(String(bytes)));
process.stdin.on('end', () => seen.push('end'));
process.stdin.on('close', () => process.stdout.write(seen.join(' ')));`;
const child = spawn(process.execPath, ['-e', text]);
let output = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => { output += chunk; });
child.on('close', mustCall((code) => {
  assert.strictEqual(code, 0);
  assert.strictEqual(output, 'beans end');
}));
child.stdin.end('beans');
