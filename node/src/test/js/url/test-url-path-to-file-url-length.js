'use strict';

require('../common');
const assert = require('assert');
const { pathToFileURL } = require('url');

assert.strictEqual(pathToFileURL.length, 2);
