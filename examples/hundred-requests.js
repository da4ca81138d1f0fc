// A hundred requests at once, each 95 ms of waiting and 5 ms of work: one thread needs about 95 + 100 × 5 = 600 ms for all of them,
// where one after the other would take 10 seconds.
const REQUESTS = 100;
const WAIT = 95;
const WORK = 5;

function work(milliseconds) {
  const end = performance.now() + milliseconds;
  let steps = 0;
  while (performance.now() < end) steps++;
  return steps;
}

let inFlight = 0;
let peak = 0;

async function handle(id) {
  peak = Math.max(peak, ++inFlight);
  await new Promise((resolve) => setTimeout(resolve, WAIT));   // a database that answers
  work(WORK);
  inFlight--;
  return id;
}

async function main() {
  const begin = performance.now();
  const answers = await Promise.all(Array.from({ length: REQUESTS }, (_, id) => handle(id)));
  const took = performance.now() - begin;
  console.log(answers.length, 'requests answered, the last is', answers.at(-1));
  console.log('not faster than the work allows:', took >= WAIT + REQUESTS * WORK - 10);
  console.log('waiting at the same time, at most:', peak);
  if (process.argv.includes('--time')) console.log(`${Math.round(took)} ms`);
}

main();
