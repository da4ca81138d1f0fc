'use strict';

// Keys that spell their curve out instead of naming it, as `openssl ecparam -param_enc explicit` makes them.

const assert = require('node:assert');
const crypto = require('node:crypto');

const PRIVATE = `-----BEGIN EC PRIVATE KEY-----
MIIB+gIBAQQwOko0KzcYt1VXDg0gzEzoWCsugjw3ssmKv9URlBw877/Gwf1dHSmY
y05zD9L4v8JLoIIBWzCCAVcCAQEwPAYHKoZIzj0BAQIxAP//////////////////
///////////////////////+/////wAAAAAAAAAA/////zB7BDD/////////////
/////////////////////////////v////8AAAAAAAAAAP////wEMLMxL6fiPufk
mI4Fa+P4LRkYHZxu/oFBEgMUCI9QE4daxlY5jYou0Z0qhcjt0+wq7wMVAKM1kmqj
GaJ6HQCJamdzpIJ6zaxzBGEEqofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJU
KjhVAvJdv1UpbDpUXjhydgq3NhfeSpYmLG9dnpi/kpLcKfj0Hb0omhR86doxE7Xw
uMAKYLHOHX6BnXpDHXyQ6g5fAjEA////////////////////////////////x2NN
gfQ3Ld9YGg2ySLCneuzsGWrMxSlzAgEBoWQDYgAEoks9gxOBy7Z2f7atwvbCTGSi
B1W4HIg5rgR9p1IatKJ/E/QPTq2lEiX+rCtGYMG3UhQxsSTKd+x/CNmUk9RhWWMV
YT6p2yPpM4Io52CK0sGGj/Tl/cr5SrE2Y6s4mVn5
-----END EC PRIVATE KEY-----`;

const privateKey = crypto.createPrivateKey(PRIVATE);
const publicKey = crypto.createPublicKey(PRIVATE);
for (const key of [privateKey, publicKey]) {
  assert.strictEqual(key.asymmetricKeyType, 'ec');
  assert.deepStrictEqual({ ...key.asymmetricKeyDetails }, { namedCurve: 'secp384r1' });
}
const signature = crypto.sign('sha384', Buffer.from('cup'), privateKey);
assert.strictEqual(crypto.verify('sha384', Buffer.from('cup'), publicKey, signature), true);

const again = crypto.createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
assert.ok(again.equals(publicKey));
assert.strictEqual(privateKey.export({ format: 'jwk' }).crv, 'P-384');

// They exchange with keys that name the curve
const named = crypto.generateKeyPairSync('ec', { namedCurve: 'P-384' });
assert.deepStrictEqual(
  crypto.diffieHellman({ privateKey, publicKey: named.publicKey }),
  crypto.diffieHellman({ privateKey: named.privateKey, publicKey }));
