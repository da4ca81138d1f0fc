// Files, name lookups and hashing are done by a pool of four threads; a fifth job waits until one of them is free.
// Here a job is the opening of a FIFO, which blocks its thread until somebody opens the other end.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { execFileSync } = require('child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pool-'));
const fifos = [1, 2, 3, 4, 5].map((n) => path.join(folder, `job-${n}`));
execFileSync('mkfifo', fifos);

let fifthDone = false;

// Four jobs that each keep a thread.
fifos.slice(0, 4).forEach((fifo, i) => {
  fs.open(fifo, 'r', (error, fd) => {
    if (error) throw error;
    if (i === 0) console.log('the first job is done; the fifth had to wait:', !fifthDone);
    fs.closeSync(fd);
  });
});

// The fifth would be done at once, if a thread were free.
fs.stat(folder, (error) => {
  if (error) throw error;
  fifthDone = true;
  console.log('the fifth job is done');
  release(fifos.slice(1, 4));
});

setTimeout(() => {
  console.log('after a while the fifth job is done:', fifthDone);
  release(fifos.slice(0, 1));
}, 200);

/** Opens the other ends; they have readers, so this does not block. */
function release(names) {
  for (const name of names) fs.closeSync(fs.openSync(name, 'w'));
}

process.on('exit', () => fs.rmSync(folder, { recursive: true }));
