'use strict';
// The program that the start-up cache is trained on: it touches what programs use when they start, and then serves as a web framework
// serves. What it loads, compiles and profiles comes out of the cache in every later start. A part that fails is left out of the cache,
// nothing more.

/** How long the servers answer: long enough for the engine's compiler to run, whose classes and profiles are kept too. */
const LOAD_MILLIS = 30_000;

const part = (name, run) => {
  const failed = (error) => process.stdout.write(`training without ${name}: ${error.stack}\n`);
  try {
    run()?.then?.(undefined, failed);
  } catch (error) {
    failed(error);
  }
};

for (const [name, run] of Object.entries(require('./language.js'))) part(name, run);
for (const [name, run] of Object.entries(require('./rooms.js'))) part(name, run);
part('packages', require('./packages.js'));
part('a web framework', () => require('./serving.js')(LOAD_MILLIS));

part('an uncaught error', () => {
  process.on('uncaughtException', (error) => console.log(error.message));
  setTimeout(() => { throw new Error('at the end'); }, 20);
});
