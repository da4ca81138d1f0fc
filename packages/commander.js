'use strict';

// commander: a command line with options, subcommands, help, and mistakes.

const assert = require('node:assert');
const { Command, Option, InvalidArgumentError } = require('commander');

function program() {
  const said = [];
  const orders = [];
  const command = new Command('coffee').version('1.2.0').description('orders coffee').exitOverride()
    .configureOutput({ writeOut: (text) => said.push(text), writeErr: (text) => said.push(text), getOutHelpWidth: () => 80, getOutHasColors: () => false })
    .option('-v, --verbose', 'say more', (_, count) => count + 1, 0)
    .addOption(new Option('--size <size>', 'of the cup').choices(['small', 'large']).default('small').env('COFFEE_SIZE'));
  command.command('order').description('order some').argument('<kind>', 'what').argument('[extras...]', 'with')
    .requiredOption('-n, --number <n>', 'how many', (text) => {
      if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Not a number.');
      return Number(text);
    })
    .option('--no-lid', 'without a lid')
    .action(async (kind, extras, options, order) => {
      await null;
      orders.push({ kind, extras, ...order.optsWithGlobals() });
    });
  command.hook('preAction', (_, action) => said.push(`before ${action.name()}\n`));
  return { command, said, orders };
}

async function fails(args, code, text) {
  const { command, said } = program();
  await assert.rejects(command.parseAsync(args, { from: 'user' }), { code, exitCode: 1 });
  assert.strictEqual(said.join(''), text);
}

async function main() {
  const { command, said, orders } = program();
  await command.parseAsync(['-vv', '--size=large', 'order', 'latte', 'milk', 'sugar', '-n3', '--no-lid'], { from: 'user' });
  assert.deepStrictEqual(orders, [{ kind: 'latte', extras: ['milk', 'sugar'], lid: false, number: 3, verbose: 2, size: 'large' }]);
  assert.deepStrictEqual(said, ['before order\n']);

  await fails(['order', 'latte'], 'commander.missingMandatoryOptionValue', "error: required option '-n, --number <n>' not specified\n");
  await fails(['order', 'latte', '-n', 'x'], 'commander.invalidArgument',
    "error: option '-n, --number <n>' argument 'x' is invalid. Not a number.\n");
  await fails(['oder'], 'commander.unknownCommand', "error: unknown command 'oder'\n(Did you mean order?)\n");
  await fails(['--size', 'huge', 'order'], 'commander.invalidArgument',
    "error: option '--size <size>' argument 'huge' is invalid. Allowed choices are small, large.\n");

  const help = program();
  await assert.rejects(help.command.parseAsync(['--help'], { from: 'user' }), { code: 'commander.helpDisplayed', exitCode: 0 });
  assert.match(help.said.join(''), /^Usage: coffee \[options\] \[command\]\n\norders coffee\n\nOptions:\n {2}-V, --version/);
  assert.match(help.said.join(''), /--size <size> +of the cup \(choices: "small", "large",\n +default: "small", env: COFFEE_SIZE\)/);

  const argv = process.argv;
  process.argv = [process.execPath, '/bin/coffee.js', 'order', 'tea', '-n', '1'];
  process.env.COFFEE_SIZE = 'large';
  const real = program();
  await real.command.parseAsync();
  process.argv = argv;
  delete process.env.COFFEE_SIZE;
  assert.deepStrictEqual(real.orders, [{ kind: 'tea', extras: [], number: 1, lid: true, verbose: 0, size: 'large' }]);
}

main();
