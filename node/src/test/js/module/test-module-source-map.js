'use strict';

// SourceMap tells where generated code comes from: segments in any order, maps in sections, numbers of 32 bits.

const assert = require('assert');
const { SourceMap } = require('module');

const payload = { version: 3, sources: ['one.js', 'two.js'], names: ['brew'], mappings: 'AAAA,IACCA;;ECFD,G;', sourcesContent: ['', null] };
const map = new SourceMap(payload, { lineLengths: [8, 0, 9] });
assert.deepStrictEqual(map.findEntry(0, 3), { generatedLine: 0, generatedColumn: 0, originalSource: 'one.js', originalLine: 0, originalColumn: 0, name: undefined });
assert.deepStrictEqual(map.findEntry(0, 7), { generatedLine: 0, generatedColumn: 4, originalSource: 'one.js', originalLine: 1, originalColumn: 1, name: 'brew' });
assert.strictEqual(map.findEntry(2, 2).originalSource, 'two.js');
assert.strictEqual(map.findEntry(2, 5).originalSource, undefined);
assert.deepStrictEqual(new SourceMap({ sources: [], mappings: ';;;' }).findEntry(1, 0), {});
assert.deepStrictEqual(map.findOrigin(1, 6), { name: 'brew', fileName: 'one.js', lineNumber: 2, columnNumber: 3 });

assert.deepStrictEqual(map.lineLengths, [8, 0, 9]);
assert.deepStrictEqual(map.payload, payload);
assert.notStrictEqual(map.payload.sources, payload.sources);

const sections = new SourceMap({ version: 3, sections: [{ offset: { line: 5, column: 0 }, map: payload }] });
assert.strictEqual(sections.findEntry(5, 4).name, 'brew');
assert.deepStrictEqual(sections.findEntry(4, 0), {});
assert.throws(() => new SourceMap('text'), { code: 'ERR_INVALID_ARG_TYPE' });
