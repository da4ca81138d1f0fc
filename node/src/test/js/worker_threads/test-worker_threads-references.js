'use strict';

// An unreferenced worker does not keep the program running, and ends with it.

const { mustCall, mustNotCall } = require('../common');
const { Worker } = require('worker_threads');

process.once('worker', mustCall());
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.on('exit', mustNotCall());
worker.on('online', mustCall(() => worker.unref()));
