'use strict';
// An encoding that there is not is refused by its name.
require('../common');
const assert = require('assert');
const fs = require('fs');

const refused = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: "The argument 'encoding' is invalid encoding. Received 'no'" };
for (const call of [() => fs.opendirSync('.', { encoding: 'no' }), () => fs.readdirSync('.', 'no'), () => fs.readFileSync(__filename, 'no'),
  () => fs.createReadStream(__filename, 'no'), () => fs.mkdtempSync('x', { encoding: 'no' })]) {
  assert.throws(call, refused);
}
