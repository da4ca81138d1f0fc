// Reading a file without waiting: the order is taken, the coordinator goes on, the answer comes when it is there.
const fs = require('fs');
const path = require('path');

const menu = path.join(__dirname, 'data', 'menu.txt');

console.log('About to read file');

fs.readFile(menu, 'utf8', (error, content) => {
  if (error) throw error;
  console.log('File content received:', content.length, 'characters');
});

console.log('File read initiated, moving on');
