'use strict';

// argon2, a native addon: hashes are made on other threads, several at once, from strings and Buffers, and failures reject.

const assert = require('node:assert');
const { AsyncLocalStorage } = require('node:async_hooks');
const argon2 = require('argon2');

async function main() {
  const options = { salt: Buffer.alloc(16, 'salt'), memoryCost: 64, timeCost: 2, parallelism: 1 };
  const raw = await argon2.hash('password', { ...options, raw: true });
  assert.strictEqual(raw.toString('hex'), '8ba3fa702bd2c08fc6a7830ede5f30be3a1751ed492f31cd7d76a0a480725b5a');
  const hash = await argon2.hash(Buffer.from('password'), options);
  assert.strictEqual(hash, '$argon2id$v=19$m=64,p=1,t=2$c2FsdHNhbHRzYWx0c2FsdA$i6P6cCvSwI/Gp4MO3l8wvjoXUe1JLzHNfXagpIByW1o');
  assert.strictEqual(await argon2.verify(hash, 'password'), true);
  assert.strictEqual(await argon2.verify(hash, 'Password'), false);

  const storage = new AsyncLocalStorage();
  const passwords = Array.from({ length: 12 }, (_, i) => `password ${i}`);
  const hashes = await Promise.all(passwords.map((password) => storage.run(password, async () => {
    const made = await argon2.hash(password, options);
    assert.strictEqual(storage.getStore(), password);
    return made;
  })));
  assert.strictEqual(new Set(hashes).size, passwords.length);
  assert.ok((await Promise.all(hashes.map((made, i) => argon2.verify(made, passwords[i])))).every(Boolean));

  await assert.rejects(argon2.hash('password', { ...options, memoryCost: 1 }), { message: 'Memory cost is too small' });
}

main();
