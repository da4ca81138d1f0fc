'use strict';

// Work that takes long in a thread of its own: the main thread's timer goes on meanwhile.

const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

if (isMainThread) {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const worker = new Worker(__filename, { workerData: 2_000_000 });
  worker.on('message', (primes) => console.log(`primes below 2000000: ${primes}`));
  worker.on('exit', () => {
    clearInterval(ticking);
    console.log(ticks > 3 ? 'the timer went on' : 'the timer stood still');
  });
} else {
  parentPort.postMessage(countPrimes(workerData));
}

function countPrimes(limit) {
  const composite = new Uint8Array(limit);
  let count = 0;
  for (let n = 2; n < limit; n++) {
    if (composite[n] === 1) continue;
    count++;
    for (let multiple = n * n; multiple < limit; multiple += n) composite[multiple] = 1;
  }
  return count;
}
