process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  throw new RangeError('late');
}, 1);
