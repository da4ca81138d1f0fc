'use strict';

/** `node:test/reporters`: what makes text of a stream of test events. https://nodejs.org/api/test.html#test-reporters */

function lazily(name, load) {
  let value;
  Object.defineProperty(module.exports, name, {
    __proto__: null, configurable: true, enumerable: true, get: () => (value ??= load()),
  });
}

/** The class of a reporter, with or without `new`; `stream.compose` calls it with what it is to report. */
function callable(Reporter) {
  return function(source) {
    const reporter = new Reporter();
    if (source?.[Symbol.asyncIterator] !== undefined) require('stream').Readable.from(source).pipe(reporter);
    return reporter;
  };
}

lazily('dot', () => require('internal/test_runner/reporters/dot'));
lazily('junit', () => require('internal/test_runner/reporters/junit'));
lazily('spec', () => callable(require('internal/test_runner/reporters/spec')));
lazily('tap', () => require('internal/test_runner/reporters/tap'));
