'use strict';

require('../common');
const assert = require('assert');
const EventEmitter = require('events');

assert.ok(process instanceof process.constructor);
assert.ok(process instanceof EventEmitter);
assert.strictEqual(process.constructor.name, 'process');
