// Measures the runtimes row by row, interleaved, and prints a table. Run by bench/compare, on real Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { about, rowsOf } from './rows.mjs';
import { cores, here, pinned, runtimes } from './runtimes.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const rows = rowsOf(Number(options.seconds));
const wanted = options.rows === '' ? Object.keys(rows) : options.rows.split(',');

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** @returns {Promise<Map<string, Array>>} what was measured, by the runtime's name */
async function measure(row) {
  const samples = new Map(runtimes.map(({ name }) => [name, []]));
  const times = row.quick ? rounds * 3 : rounds;
  for (let round = 0; round < times; round++) {
    for (const runtime of runtimes) {
      try {
        samples.get(runtime.name).push(await row.measure(runtime));
      } catch (error) {
        // One that can't do it has no figure, and the others still have theirs.
        console.error(`${runtime.name}, ${row.title}: ${error.message}`);
      }
    }
  }
  return samples;
}

/** One line of the table: medians, and their ratios to Node's. */
function line(title, samples, figure) {
  const medians = new Map([...samples].map(([name, list]) => [name, median(list.map(figure))]));
  const cells = [...medians.values()].map((value) => (value === undefined ? '–' :
    `${Math.round(value).toLocaleString('en')} (${(value / medians.get('Node')).toFixed(2)} ×)`));
  return `| ${title} | ${cells.join(' | ')} |`;
}

const table = [`| | ${runtimes.map(({ name }) => name).join(' | ')} |`, `|---|${'---|'.repeat(runtimes.length)}`];
for (const name of wanted) {
  const row = rows[name];
  if (row === undefined) throw new Error(`no row ${name}: there are ${Object.keys(rows).join(', ')}`);
  process.stderr.write(`${row.title} …\n`);
  const samples = await measure(row);
  const lines = row.parts === undefined ? [line(row.title, samples, (value) => value)] :
    Object.entries(row.parts).map(([part, title]) => line(title, samples, (value) => value[part]));
  process.stderr.write(`${lines.join('\n')}\n`);
  table.push(...lines);
}

const versions = runtimes.slice(1).map(({ name, command }) => `${name} ${/\d+\.\d+\.\d+/.exec(spawnSync(command, ['--version']).stdout)[0]}`);
const text = `Measured with \`bench/compare --rows ${wanted.join()} --rounds ${rounds} --seconds ${options.seconds}\` beside ${versions.join(', ')} on ${
  cores} cores of ${os.cpus()[0].model.trim()}, Linux ${os.release().split('-')[0]}: medians, in brackets the ratio to Node. ${
  pinned ? 'The server has one core and the load the others.' : 'Server and load share the cores.'} ${about}\n\n${table.join('\n')}\n`;
process.stdout.write(`\n${text}`);

if (options.write) {
  const page = path.join(here, '../docs/benchmarks.md');
  const [before] = fs.readFileSync(page, 'utf8').split('<!-- figures -->');
  fs.writeFileSync(page, `${before}<!-- figures -->\n\n${text}`);
}
