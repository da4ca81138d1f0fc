// Who comes when: the program, then nextTick, then promises, then the phases of the loop.
const fs = require('fs');

console.log('1. the program begins');

setTimeout(() => {
  console.log('6. a timer');
  process.nextTick(() => console.log('7. nextTick, between two callbacks of a phase'));
  Promise.resolve().then(() => console.log('8. a promise, after nextTick'));
}, 0);
setTimeout(() => console.log('9. the next timer'), 0);

Promise.resolve()
  .then(() => {
    console.log('4. a promise');
    process.nextTick(() => console.log('   (nextTick asked for by a promise waits until the promises are done)'));
  })
  .then(() => console.log('5. a promise of a promise'));

process.nextTick(() => console.log('3. nextTick comes before promises'));

setTimeout(() => {
  fs.stat(__filename, () => {
    console.log('10. an answer from the file system');
    setTimeout(() => console.log('13. a timer of the next round'), 0);
    setImmediate(() => {
      console.log('12. an immediate: after I/O it comes before timers');
    });
    process.nextTick(() => console.log('11. nextTick after the answer'));
  });
}, 20);

process.on('exit', () => console.log('14. nothing left to wait for'));

console.log('2. the program ends');
