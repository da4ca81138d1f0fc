'use strict';

// The time zone that a file of variables names is that of the program's dates.

const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'time-zone-'));
try {
  const file = path.join(folder, 'zone.env');
  fs.writeFileSync(file, 'TZ=Pacific/Honolulu\n');
  const { TZ, ...env } = process.env;
  const printed = execFileSync(process.execPath, [`--env-file=${file}`, '-p', 'new Date(0).getHours()'], { env, encoding: 'utf8' });
  assert.strictEqual(printed, '14\n');
} finally {
  fs.rmSync(folder, { recursive: true });
}
