// Runs a command and adds up, from /proc, what its threads did. Run by bench/where.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const [runs, command, ...args] = process.argv.slice(2);
const totals = new Map();
let wall = 0n;

/** The last reading of each thread: name, nanoseconds on a core, nanoseconds waiting for one. */
function read(pid, threads) {
  let ids;
  try {
    ids = fs.readdirSync(`/proc/${pid}/task`);
  } catch {
    return;   // it has ended
  }
  for (const id of ids) {
    try {
      const [on, waiting] = fs.readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ').map(Number);
      threads.set(id, { name: fs.readFileSync(`/proc/${pid}/task/${id}/comm`, 'utf8').trim(), on, waiting });
    } catch {
      // this thread has ended; its last reading stays
    }
  }
}

for (let run = 0; run < Number(runs); run++) {
  const threads = new Map();
  const began = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: 'ignore' });
  const sampling = setInterval(() => read(child.pid, threads), 2);
  await new Promise((resolve) => child.on('exit', resolve));
  wall += process.hrtime.bigint() - began;
  clearInterval(sampling);
  for (const { name, on, waiting } of threads.values()) {
    const total = totals.get(name) ?? { on: 0, waiting: 0 };
    totals.set(name, { on: total.on + on, waiting: total.waiting + waiting });
  }
}

const perRun = (nanoseconds) => String(Math.round(Number(nanoseconds) / 1e6 / Number(runs))).padStart(7);
console.log(`${perRun(wall)} ms wall; by thread, ms on a core and ms waiting for one:`);
for (const [name, { on, waiting }] of [...totals].sort((a, b) => b[1].on - a[1].on).slice(0, 12)) {
  console.log(`${perRun(on)}${perRun(waiting)}  ${name}`);
}
