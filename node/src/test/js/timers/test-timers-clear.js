'use strict';

// What was cleared does not run, by whichever function, by object, id or id as text; clearing anything else is harmless.

const { mustNotCall } = require('../common');

clearTimeout(setTimeout(mustNotCall(), 1));
clearInterval(setTimeout(mustNotCall(), 1));
clearTimeout(setInterval(mustNotCall(), 1));
clearTimeout(+setTimeout(mustNotCall(), 1));
clearTimeout(`${setTimeout(mustNotCall(), 1)}`);
clearImmediate(setImmediate(mustNotCall()));
setTimeout(mustNotCall(), 1).close();
setTimeout(mustNotCall(), 1)[Symbol.dispose]();
setImmediate(mustNotCall())[Symbol.dispose]();

for (const value of [undefined, null, 0, -1, NaN, '', 'x', true, {}, [], 1e9]) {
  clearTimeout(value);
  clearInterval(value);
  clearImmediate(value);
}
