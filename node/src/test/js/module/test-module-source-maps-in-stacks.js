'use strict';

// While source maps are enabled, stacks name the original file, and findSourceMap knows what was loaded meanwhile.

const assert = require('assert');
const fs = require('fs');
const module_ = require('module');
const os = require('os');
const path = require('path');

const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'source-maps-')));
process.on('exit', () => fs.rmSync(directory, { recursive: true }));
const generated = path.join(directory, 'brew.min.js');
// The generated line is the original's third, from its fifth column on.
const map = { version: 3, sources: ['brew.coffee'], names: [], mappings: 'AAEI' };
const text = 'exports.fail = () => new Error("cold");';
fs.writeFileSync(generated, `${text}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}\n`);
fs.writeFileSync(path.join(directory, 'brew.coffee'), '# 1\n# 2\n    new Error\n');

const before = require(generated).fail().stack;
assert.ok(before.includes(`${generated}:1:`));
assert.strictEqual(module_.findSourceMap(generated), undefined);

module_.setSourceMapsSupport(true);
assert.deepStrictEqual({ ...module_.getSourceMapsSupport() }, { enabled: true, nodeModules: false, generatedCode: false });
assert.strictEqual(process.sourceMapsEnabled, true);
delete require.cache[generated];
const after = require(generated).fail().stack;
assert.ok(after.includes(`${path.join(directory, 'brew.coffee')}:3:5`), after);
assert.ok(!after.includes(generated), after);
const { originalSource } = module_.findSourceMap(generated).findEntry(0, 30);
assert.ok(originalSource.startsWith('file:') && originalSource.endsWith('/brew.coffee'));

module_.setSourceMapsSupport(false);
delete require.cache[generated];
assert.ok(require(generated).fail().stack.includes(`${generated}:1:`));
assert.throws(() => module_.setSourceMapsSupport(1), { code: 'ERR_INVALID_ARG_TYPE' });
