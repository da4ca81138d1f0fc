// Needs: a process
'use strict';

// Messages go between the program and who started the watching process, as if that were not there, and from the next run too.

const { mustCall } = require('../common');
const assert = require('assert');
const { on } = require('events');
const { Watched } = require('./watched');

const text = `
  process.on('message', (message) => {
    if (message === 'end') process.exit();
    process.send({ answer: message });
  });
  process.send('begun');`;
const watched = new Watched({ 'main.js': text });

(async () => {
  const { child } = watched.start(['--watch', 'main.js'], { ipc: true });
  const messages = on(child, 'message');
  const next = async () => {
    for (;;) {
      const { value: [message] } = await messages.next();
      if (message['watch:require'] === undefined) return message;   // what the program loads: it goes on to the parent too
    }
  };
  for (let i = 0; i < 2; i++) {
    assert.strictEqual(await next(), 'begun');
    child.send({ question: i });
    assert.deepStrictEqual(await next(), { answer: { question: i } });
    if (i === 0) await watched.restarts(() => watched.write('main.js', text));
  }
  child.send('end');
  await watched.says('Completed running');
  await messages.return();
  child.disconnect();   // else Node's watching process waits for a message
  await watched.end();
})().then(mustCall());
