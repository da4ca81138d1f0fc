process.nextTick(() => { throw new Error('tick'); });
setImmediate(() => console.log('never'));
