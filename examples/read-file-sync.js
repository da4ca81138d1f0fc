// The same file, read while everything waits. Compare the order of the lines with read-file.js.
const fs = require('fs');
const path = require('path');

const menu = path.join(__dirname, 'data', 'menu.txt');

console.log('About to read file');
const content = fs.readFileSync(menu, 'utf8');
console.log('File content received:', content.length, 'characters');
console.log('File read, moving on');
