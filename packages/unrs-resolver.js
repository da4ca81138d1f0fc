'use strict';

// unrs-resolver, a native addon: a class with methods that answer at once or from other threads, and that no other object can borrow.

const assert = require('node:assert');
const path = require('node:path');
const { ResolverFactory } = require('unrs-resolver');

async function main() {
  const factory = new ResolverFactory({ extensions: ['.js', '.json'], conditionNames: ['node', 'require'] });
  assert.ok(factory instanceof ResolverFactory);
  assert.strictEqual(ResolverFactory.name, 'ResolverFactory');
  assert.strictEqual(factory.sync(__dirname, './unrs-resolver').path, __filename);
  assert.strictEqual(factory.sync(__dirname, 'express').path, require.resolve('express'));
  assert.match(factory.sync(__dirname, './nowhere').error, /nowhere/);
  const found = await Promise.all(['express', 'koa', 'pino'].map((name) => factory.async(__dirname, name)));
  assert.deepStrictEqual(found.map(({ path: file }) => path.basename(file)), ['express', 'koa', 'pino'].map((name) => path.basename(require.resolve(name))));

  const other = factory.cloneWithOptions({ extensions: ['.json'] });
  assert.ok(other instanceof ResolverFactory && other !== factory);
  assert.ok(other.sync(__dirname, './unrs-resolver').error);
  assert.strictEqual(other.sync(__dirname, './package').path, path.join(__dirname, 'package.json'));

  assert.throws(() => factory.sync.call({}, __dirname, './package'), { name: 'TypeError', message: 'Illegal invocation' });
  class Derived extends ResolverFactory {
    here(name) { return this.sync(__dirname, name).path; }
  }
  assert.strictEqual(new Derived({ extensions: ['.js'] }).here('./unrs-resolver'), __filename);
}

main();
