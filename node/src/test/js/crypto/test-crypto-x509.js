'use strict';

// A certificate tells what is in it, whom it speaks for, and who signed it.

const assert = require('node:assert');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { errorLike } = require('../common');

const read = (name) => fs.readFileSync(path.join(__dirname, '..', 'tls', 'keys', name));
const server = new crypto.X509Certificate(read('server-cert.pem'));
const ca = new crypto.X509Certificate(read('ca-cert.pem'));

assert.strictEqual(server.checkIssued(ca), true);
assert.strictEqual(ca.checkIssued(server), false);
assert.strictEqual(server.verify(ca.publicKey), true);
assert.strictEqual(server.verify(server.publicKey), false);
assert.strictEqual(server.checkPrivateKey(crypto.createPrivateKey(read('server-key.pem'))), true);
assert.strictEqual(ca.ca, true);
assert.strictEqual(server.ca, false);
assert.match(server.fingerprint256, /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
assert.strictEqual(server.validFromDate.getTime(), Date.parse(server.validFrom));
assert.strictEqual(new crypto.X509Certificate(server.raw).toString(), server.toString());
assert.strictEqual(server.toLegacyObject().serialNumber, server.serialNumber);
assert.strictEqual(structuredClone(server).fingerprint, server.fingerprint);
assert.strictEqual(server.checkHost('no.such.host.example'), undefined);
assert.throws(() => new crypto.X509Certificate('none'), errorLike({ code: 'ERR_OSSL_PEM_NO_START_LINE' }));
assert.throws(() => server.checkIP('none'), errorLike({ code: 'ERR_INVALID_ARG_VALUE' }));
