// A .js file whose package names no type is what its syntax says.

import { strictEqual } from 'node:assert';
import { kind as common } from './fixtures/untyped/common.js';
import { kind as esm } from './fixtures/untyped/esm.js';

strictEqual(common, 'function');
strictEqual(esm, 'undefined');
strictEqual((await import('./fixtures/untyped/common.js')).default.kind, 'function');
