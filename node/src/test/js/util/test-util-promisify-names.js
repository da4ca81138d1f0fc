'use strict';
// What promisify() gives for functions with a form of their own has the name of what programs call.
require('../common');
const assert = require('assert');
const { promisify } = require('util');

const { execFile, exec } = require('child_process');
const { finished, pipeline } = require('stream');
const originals = { exists: require('fs').exists, connect: require('http2').connect, question: require('readline').Interface.prototype.question,
  finished, pipeline, setImmediate, setTimeout, exec, execFile };
for (const [name, original] of Object.entries(originals)) assert.strictEqual(promisify(original).name, name);
