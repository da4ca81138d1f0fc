'use strict';

// Listeners of `exit` hear of an uncaught error before it is printed: one that exits keeps it from being printed, and may choose the code.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

function check(text, code, stdout, stderr) {
  execFile(process.execPath, ['-e', text], mustCall((error, out, err) => {
    assert.strictEqual(error.code, code);
    assert.strictEqual(out, stdout);
    assert.match(err, stderr);
  }));
}

check('process.on("exit", (code) => { console.log(code, process.exitCode); process.exit(5); }); throw new Error("unseen")', 5, '1 1\n', /^$/);
check('process.on("exit", () => { process.exitCode = 9; }); throw new Error("seen")', 9, '', /Error: seen/);
check('process.on("exit", () => { throw new Error("lost"); }); throw new Error("first")', 1, '', /^(?![^]*Error: lost)[^]*Error: first/);
check('process.on("uncaughtException", () => { throw new Error("second"); }); process.on("exit", () => console.log("unheard")); throw 1', 7, '', /Error: second/);
check('process.emitWarning("late"); throw new Error("fatal")', 1, '', /^(?![^]*late\n\()[^]*Error: fatal/);
