// A day's receipts in an SQL database: prepared statements, a transaction, functions of the program's own, and changes taken elsewhere.
process.removeAllListeners('warning');   // node:sqlite says that it is experimental
const { DatabaseSync } = require('node:sqlite');

function create() {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE TABLE menu(item TEXT PRIMARY KEY, price INTEGER NOT NULL CHECK (price > 0));
    CREATE TABLE receipt(id INTEGER PRIMARY KEY, guest TEXT NOT NULL, item TEXT NOT NULL REFERENCES menu(item), cups INTEGER NOT NULL);
  `);
  return database;
}

const shop = create();
const menu = shop.prepare('INSERT INTO menu VALUES (?, ?)');
for (const [item, price] of [['espresso', 220], ['cortado', 280], ['cake', 450]]) menu.run(item, price);

const branch = create();
branch.exec('INSERT INTO menu SELECT * FROM (VALUES (\'espresso\', 220), (\'cortado\', 280), (\'cake\', 450))');
const session = shop.createSession({ table: 'receipt' });

const sell = shop.prepare('INSERT INTO receipt(guest, item, cups) VALUES ($guest, $item, $cups)');

/** All lines of an order, or none. */
function order(guest, lines) {
  shop.exec('BEGIN');
  try {
    for (const [item, cups] of lines) sell.run({ guest, item, cups });
    shop.exec('COMMIT');
    console.log(`${guest}: ${lines.length} lines`);
  } catch (error) {
    shop.exec('ROLLBACK');
    console.log(`${guest}: ${error.code}, ${error.message} (${error.errcode})`);
  }
}

order('Ada', [['espresso', 2], ['cake', 1]]);
order('Grace', [['cortado', 1], ['tea', 1]]);
order('Alan', [['cortado', 3]]);

shop.function('euros', (cents) => `${(cents / 100).toFixed(2)} €`);
shop.aggregate('list', { start: () => [], step: (all, item) => [...all, item], result: (all) => all.join(' + ') });
const bill = shop.prepare(`
  SELECT guest, list(cups || ' ' || item) AS what, euros(sum(cups * price)) AS total
  FROM receipt JOIN menu USING (item) GROUP BY guest ORDER BY sum(cups * price) DESC
`);
for (const { guest, what, total } of bill.iterate()) console.log(`${guest} had ${what}: ${total}`);

branch.applyChangeset(session.changeset());
console.log('at the branch:', { ...branch.prepare('SELECT count(*) AS receipts, sum(cups) AS cups FROM receipt').get() });
