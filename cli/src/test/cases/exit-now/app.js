setTimeout(() => console.log('never'), 1000);
process.on('exit', () => { process.exitCode = 9; });
process.exit(3);
