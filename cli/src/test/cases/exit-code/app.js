process.exitCode = 4;
process.on('exit', (code) => console.log('code', code));
