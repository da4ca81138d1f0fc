// import of a folder says which file of it was perhaps meant: as a path where it was asked for by one or by a file: URL.
import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'folder-hint-'));
try {
  const main = path.join(folder, 'main.js');
  fs.writeFileSync(main, '');
  fs.writeFileSync(path.join(folder, 'package.json'), '{"main":"main"}');
  for (const specifier of [folder, pathToFileURL(folder).href]) {
    await assert.rejects(import(specifier), (error) => {
      assert.strictEqual(error.code, 'ERR_UNSUPPORTED_DIR_IMPORT');
      assert.strictEqual(error.message.split('\n')[1], `Did you mean to import ${JSON.stringify(main)}?`);
      return true;
    });
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
