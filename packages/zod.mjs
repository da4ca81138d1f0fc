// zod: an order that comes from outside, checked, turned into what the program wants, and described as a JSON Schema.

import assert from 'node:assert';
import { z } from 'zod';

const Order = z.object({
  id: z.uuid(),
  customer: z.string().trim().min(1),
  email: z.email().optional(),
  at: z.coerce.date(),
  items: z.array(z.object({ name: z.string(), price: z.number().positive(), size: z.enum(['small', 'large']).default('small') })).nonempty(),
  payment: z.discriminatedUnion('by', [
    z.object({ by: z.literal('card'), number: z.string().regex(/^\d{16}$/) }),
    z.object({ by: z.literal('cash') }),
  ]),
}).transform((order) => ({ ...order, total: order.items.reduce((sum, item) => sum + item.price, 0) }));

const good = {
  id: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6', customer: ' Ada ', at: '2026-01-02T03:04:05Z',
  items: [{ name: 'tea', price: 2 }, { name: 'cake', price: 3.5, size: 'large' }], payment: { by: 'cash' }, unknown: true,
};
const order = Order.parse(good);
assert.deepStrictEqual(order, {
  id: good.id, customer: 'Ada', at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  items: [{ name: 'tea', price: 2, size: 'small' }, { name: 'cake', price: 3.5, size: 'large' }], payment: { by: 'cash' }, total: 5.5,
});

const { success, error } = Order.safeParse({ ...good, id: 'x', items: [{ name: 1, price: -1 }], payment: { by: 'card', number: '12' }, email: 'a@' });
assert.strictEqual(success, false);
assert.deepStrictEqual(error.issues.map((issue) => [issue.path.join('.'), issue.code]), [
  ['id', 'invalid_format'], ['email', 'invalid_format'], ['items.0.name', 'invalid_type'], ['items.0.price', 'too_small'], ['payment.number', 'invalid_format'],
]);
assert.strictEqual(error.issues[2].message, 'Invalid input: expected string, received number');
assert.throws(() => Order.parse({}), z.ZodError);

const Free = z.string().refine(async (name) => { await null; return name !== 'taken'; }, 'name is taken');
assert.strictEqual(await Free.parseAsync('free'), 'free');
assert.deepStrictEqual(z.flattenError((await Free.safeParseAsync('taken')).error).formErrors, ['name is taken']);

const Category = z.object({ name: z.string(), get children() { return z.array(Category); } });
assert.ok(Category.safeParse({ name: 'drinks', children: [{ name: 'tea', children: [] }] }).success);
assert.deepStrictEqual(z.toJSONSchema(z.object({ n: z.int().min(1), s: z.string().nullable() })), {
  $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
  properties: { n: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, s: { type: ['string', 'null'] } },
  required: ['n', 's'], additionalProperties: false,
});
