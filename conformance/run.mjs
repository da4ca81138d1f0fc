// Runs the listed tests of Node's suite and compares with the table of expectations. Run by conformance/run, on real Node.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const TABLE = path.join(here, 'expectations.tsv');
const HEAD = 'test\texpected\treason';
const NOT_RUN = 'not run yet';

const { values: options, positionals: [suite] } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    except: { type: 'string' },
    reason: { type: 'string', default: '' },
    update: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(os.availableParallelism()) },
    timeout: { type: 'string', default: '20' },
    command: { type: 'string', default: path.join(here, '../barista') },
    warm: { type: 'boolean', default: false },
  },
});
if (suite === undefined || !fs.existsSync(path.join(suite, 'test/common/index.js'))) {
  console.error('usage: conformance/run <suite> …, where <suite>/test is the test folder of Node 24.12.0');
  process.exit(2);
}
const command = options.command.includes('/') ? path.resolve(options.command) : options.command;

/** @returns {Map<string, {expected: string, reason: string}>} by the test's name, `parallel/test-x.js` */
function readTable() {
  const [head, ...lines] = fs.readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  if (head !== HEAD) throw new Error(`${TABLE} must begin with: ${HEAD}`);
  return new Map(lines.map((line) => {
    const [name, expected, reason = ''] = line.split('\t');
    return [name, { expected, reason }];
  }));
}

function writeTable(table) {
  const lines = [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { expected, reason }]) => `${name}\t${expected}\t${reason}`);
  fs.writeFileSync(TABLE, `${[HEAD, ...lines].join('\n')}\n`);
}

/** The options that a test asks for in its first comment. */
function flagsOf(file) {
  const head = fs.readFileSync(file, 'utf8').slice(0, 4000);
  return [...head.matchAll(/^\/\/\s+Flags:(.*)$/gm)].flatMap(([, flags]) => flags.trim().split(/\s+/));
}

/** The suite's own checks live in the `exit` event: under a command that loses it, every test would pass. */
function assertMeaningful() {
  for (const [text, code] of [["process.on('exit', () => { process.exitCode = 7 })", 7], ["throw new Error('x')", 1],
    ["Promise.reject(new Error('x'))", 1], ['setTimeout(() => process.exit(5), 10)', 5]]) {
    const { status } = spawnSync(command, ['-e', text], { stdio: 'ignore' });
    if (status !== code) throw new Error(`${text} must exit with ${code}, exited with ${status}: passes would mean nothing`);
  }
}

/** @returns {Promise<'pass'|'skip'|'fail'>} */
function run(name, slot) {
  const file = path.join('test', name);
  const env = { ...process.env, NODE_TEST_KNOWN_GLOBALS: '0', NODE_SKIP_FLAG_CHECK: '1', NO_COLOR: '1',
    TEST_SERIAL_ID: String(slot), TEST_THREAD_ID: String(slot), NODE_COMMON_PORT: String(12346 + slot * 100) };
  delete env.FORCE_COLOR;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...flagsOf(path.join(suite, file)), file],
      { cwd: suite, env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    let said = '';
    child.stdout.on('data', (chunk) => { if (said.length < 400) said += chunk; });
    const killGroup = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') reject(error);   // nothing is left of it
      }
    };
    const patience = setTimeout(killGroup, Number(options.timeout) * 1000);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(patience);
      killGroup();
      child.stdout.destroy();
      resolve(code !== 0 ? 'fail' : said.includes('# Skipped') ? 'skip' : 'pass');
    });
  });
}

/** Runs tests in environments of one JVM, see WarmRunner.java. @returns {Promise<string[]>} those that did not pass there */
async function runWarm(names) {
  const image = path.join(here, '../target/image');
  const classes = fs.mkdtempSync(path.join(os.tmpdir(), 'barista-warm-'));
  const classPath = /^"--class-path=(.*)"$/m.exec(fs.readFileSync(path.join(image, 'options'), 'utf8'))[1];
  const javac = path.join(spawnSync(path.join(here, '../dist/find-jdk')).stdout.toString().trim(), 'bin/javac');
  const compiled = spawnSync(javac, ['-d', classes, '-cp', classPath, path.join(here, 'WarmRunner.java')], { stdio: 'inherit' });
  if (compiled.status !== 0) throw new Error('WarmRunner.java does not compile');
  const child = spawn(path.join(image, 'jre/bin/java'), [`@${image}/options`, `-XX:AOTCache=${image}/cache.aot`, '-cp', `${classPath}:${classes}`,
    'WarmRunner', command, suite, options.timeout], { cwd: suite, stdio: ['pipe', 'pipe', 'ignore'], detached: true });
  const left = [...names];
  const running = new Map();
  const failed = [];
  const give = (slot) => {
    const name = left.shift();
    if (name === undefined) return;
    running.set(slot, name);
    child.stdin.write(`${slot}\t${flagsOf(path.join(suite, 'test', name)).join(' ')}\ttest/${name}\n`);
  };
  const slots = Array.from({ length: Number(options.jobs) }, (_, slot) => String(slot));
  for (const slot of slots) give(slot);
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const [slot, code] = line.split('\t');
    if (!running.has(slot)) continue;
    const name = running.get(slot);
    running.delete(slot);
    if (code !== '0') failed.push(name);
    give(slot);
    if (running.size === 0) break;
  }
  // Those that it did not come to, should it have ended early, are left as well.
  failed.push(...running.values(), ...left);
  child.kill('SIGKILL');
  fs.rmSync(classes, { recursive: true });
  return failed;
}

const table = readTable();
const names = [...table].filter(([name, row]) => options.only.split(',').some((part) => name.includes(part)) &&
  !options.except?.split(',').some((part) => name.includes(part)) && row.reason.includes(options.reason)).map(([name]) => name);
assertMeaningful();
const results = new Map();
const left = options.warm ? await runWarm(names) : [...names];
for (const name of names) {
  if (!left.includes(name)) results.set(name, 'pass');
}
await Promise.all(Array.from({ length: Number(options.jobs) }, async (_, slot) => {
  for (let name; (name = left.shift()) !== undefined;) {
    results.set(name, await run(name, slot));
    if (results.size % 50 === 0) process.stderr.write(`${results.size} of ${names.length}\n`);
  }
}));

let regressions = 0;
for (const name of names) {
  const row = table.get(name);
  const result = results.get(name) === 'fail' ? 'fail' : 'pass';
  if (result !== row.expected) {
    console.log(`${result === 'fail' ? 'FAILS' : 'passes now'}\t${name}`);
    if (result === 'fail') regressions++;
  }
  if (options.update) {
    const known = row.reason === NOT_RUN ? 'not looked into' : row.reason;
    table.set(name, { expected: result, reason: result === 'fail' ? known : '' });
  }
}
if (options.update) writeTable(table);
const passed = [...results.values()].filter((result) => result !== 'fail').length;
console.log(`${passed} of ${names.length} pass (${(100 * passed / Math.max(1, names.length)).toFixed(1)} %)`);
process.exitCode = regressions > 0 && !options.update ? 1 : 0;
