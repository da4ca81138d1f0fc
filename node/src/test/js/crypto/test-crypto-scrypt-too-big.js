'use strict';
// Parameters of scrypt that are too big are more than its memory holds, in OpenSSL's words; impossible ones have no reason.
require('../common');
const assert = require('assert');
const { scrypt, scryptSync } = require('crypto');

const code = 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS';

function refused(options, message) {
  const expected = { name: 'RangeError', code, message };
  assert.throws(() => scryptSync('secret', 'salt', 1, options), expected);
  assert.throws(() => scrypt('secret', 'salt', 1, options, () => assert.fail('not to be called')), expected);
}

// First, since Node tells of older errors as well.
refused({ N: 1, r: 1, p: 1 }, 'Invalid scrypt params');
refused({ N: 3, r: 1, p: 1 }, 'Invalid scrypt params');

const tooBig = 'Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded';
refused({ N: 2 ** 16, r: 1, p: 1 }, tooBig);
refused({ N: 2, r: 1, p: 2 ** 30 }, tooBig);
refused({ N: 2, r: 2, p: 2 ** 29 }, tooBig);
refused({ N: 2 ** 20, r: 8, p: 1 }, tooBig);
refused({ N: 2 ** 10, r: 8, p: 1, maxmem: 2 ** 20 }, tooBig);
