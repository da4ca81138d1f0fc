'use strict';

// A script knows the names that comments at its end give it and its source map.

const assert = require('node:assert');
const { Script } = require('node:vm');

for (const [text, sourceURL, sourceMapURL] of [
  ['1', undefined, undefined],
  ['1\n//# sourceURL=a.js', 'a.js', undefined],
  ['1 //# sourceURL=a.js \n\n', 'a.js', undefined],
  ['1\n//# sourceURL=a.js\n//# sourceMappingURL=a.js.map', 'a.js', 'a.js.map'],
  ['1\n//# sourceMappingURL=a.js.map\n//# sourceURL=a.js\n', 'a.js', 'a.js.map'],
  ['"//# sourceURL=a.js"', undefined, undefined],
  ['1\n//# sourceURL=a b.js', undefined, undefined],
]) {
  const script = new Script(text);
  assert.deepStrictEqual([script.sourceURL, script.sourceMapURL], [sourceURL, sourceMapURL], text);
  assert.deepStrictEqual(Object.keys(script), ['sourceURL', 'sourceMapURL']);
}
