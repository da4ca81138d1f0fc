// Tells of files that arrive in an uploads folder, and ends after the third.
const fs = require('fs');
const os = require('os');
const path = require('path');

const uploads = fs.mkdtempSync(path.join(os.tmpdir(), 'uploads-'));
const seen = new Set();

const watcher = fs.watch(uploads, (eventType, filename) => {
  if (seen.has(filename)) return;
  seen.add(filename);
  console.log(`${eventType} ${filename}`);
  if (seen.size < 3) return upload();
  watcher.close();
});

watcher.on('close', () => {
  fs.rmSync(uploads, { recursive: true });
  console.log('closed');
});

function upload() {
  fs.writeFile(path.join(uploads, `photo-${seen.size + 1}.jpg`), 'pixels', (error) => {
    if (error) throw error;
  });
}

upload();
