'use strict';

require('../common');
const assert = require('assert');
const { StringDecoder } = require('string_decoder');

/** Every way to cut bytes in two and three gives the same text. */
function check(encoding, bytes, expected) {
  for (let i = 0; i <= bytes.length; i++) {
    for (let j = i; j <= bytes.length; j++) {
      const decoder = new StringDecoder(encoding);
      const text = decoder.write(bytes.subarray(0, i)) + decoder.write(bytes.subarray(i, j)) + decoder.end(bytes.subarray(j));
      assert.strictEqual(text, expected);
    }
  }
}

check('utf8', Buffer.from('aé€😀z'), 'aé€😀z');
check('utf8', Buffer.from([0xe2, 0x82, 0x41, 0xf0, 0x9f, 0xff]), '\ufffdA\ufffd\ufffd');
check('utf16le', Buffer.from('a😀b', 'utf16le'), 'a😀b');
check('base64', Buffer.from('hello'), 'aGVsbG8=');
check('base64url', Buffer.from([0xfb, 0xff, 0xfe, 0xff]), '-__-_w');
check('hex', Buffer.from('hi'), '6869');
check('latin1', Buffer.from([0xe9, 0x80]), 'é\x80');
