// chalk: styles nested and combined at each depth of colour, and none where the output takes none.

import assert from 'node:assert';
import chalk, { Chalk, chalkStderr, supportsColor, modifierNames } from 'chalk';

const colours = new Chalk({ level: 3 });
assert.strictEqual(colours.red('hot'), '\u001B[31mhot\u001B[39m');
assert.strictEqual(colours.bold.underline.bgBlue('menu'), '\u001B[1m\u001B[4m\u001B[44mmenu\u001B[49m\u001B[24m\u001B[22m');
assert.strictEqual(colours.green(`today: ${colours.bold('soup')} only`), '\u001B[32mtoday: \u001B[1msoup\u001B[22m only\u001B[39m');
assert.strictEqual(colours.red('a\nb'), '\u001B[31ma\u001B[39m\n\u001B[31mb\u001B[39m');
assert.strictEqual(colours.hex('#ff8800')('x'), '\u001B[38;2;255;136;0mx\u001B[39m');
assert.strictEqual(new Chalk({ level: 2 }).rgb(255, 136, 0)('x'), '\u001B[38;5;214mx\u001B[39m');
assert.strictEqual(new Chalk({ level: 1 }).rgb(255, 136, 0)('x'), '\u001B[93mx\u001B[39m');
assert.strictEqual(new Chalk({ level: 0 }).red.bold('plain'), 'plain');
assert.strictEqual(colours.visible('seen') + new Chalk({ level: 0 }).visible('unseen'), 'seen');
assert.throws(() => new Chalk({ level: 10 }), { message: 'The `level` option should be an integer from 0 to 3' });

// Standard output is no terminal here
assert.strictEqual(supportsColor, false);
assert.strictEqual(chalk.level, 0);
assert.strictEqual(chalkStderr.level, 0);
assert.ok(modifierNames.includes('strikethrough'));
