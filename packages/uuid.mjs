// uuid: identifiers that are random, ordered by time, or made from names.

import assert from 'node:assert';
import { v1, v3, v4, v5, v6, v7, NIL, MAX, parse, stringify, validate, version } from 'uuid';

const many = new Set(Array.from({ length: 1000 }, () => v4()));
assert.strictEqual(many.size, 1000);
for (const id of many) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

// RFC 9562, appendix A
assert.strictEqual(v5('www.example.com', v5.DNS), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
assert.strictEqual(v3('www.example.com', v3.DNS), '5df41881-3aed-3515-88a7-2f4a814cf09e');
assert.strictEqual(v7({ msecs: 0x017F22E279B0, random: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7]), seq: 0 }).slice(0, 18),
  '017f22e2-79b0-7000');

const ordered = Array.from({ length: 100 }, () => v7());
assert.deepStrictEqual([...ordered].sort(), ordered);
assert.deepStrictEqual([v1(), v6()].map(version), [1, 6]);
const id = v4();
assert.strictEqual(stringify(parse(id)), id);
assert.ok(validate(NIL) && validate(MAX) && !validate('not-a-uuid'));
