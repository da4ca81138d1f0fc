'use strict';

/** `process.report`: diagnostic reports, on demand, on a signal and on an uncaught error. What one says is in `report_content`. */

const { getOption } = require('internal/options');
const { validateBoolean, validateObject, validateString } = require('internal/validators');
const { writeOut } = require('internal/process/stdio');

const values = {
  directory: getOption('--report-directory') ?? '',
  filename: getOption('--report-filename') ?? '',
  compact: getOption('--report-compact'),
  excludeNetwork: getOption('--report-exclude-network'),
  signal: getOption('--report-signal'),
  reportOnFatalError: getOption('--report-on-fatalerror'),
  reportOnSignal: false,
  reportOnUncaughtException: getOption('--report-uncaught-exception'),
  excludeEnv: getOption('--report-exclude-env'),
};

/** How many reports have got a name from here. */
let named = 0;

function synthetic() {
  return new (require('internal/errors').ERR_SYNTHETIC)();
}

const report = {
  /**
   * Writes a report.
   * @param {string} [file] its name, `stdout` or `stderr`
   * @param {object} [err] whose stack it has
   * @returns {string} the name
   */
  writeReport(file, err) {
    if (typeof file === 'object' && file !== null) {
      err = file;
      file = undefined;
    } else if (file !== undefined) {
      validateString(file, 'file');
    }
    if (err === undefined) err = synthetic();
    else validateObject(err, 'err');
    return write(file ?? values.filename, 'JavaScript API', 'API', err);
  },

  /** @param {object} [err] whose stack it has @returns {object} a report */
  getReport(err) {
    if (err === undefined) err = synthetic();
    else validateObject(err, 'err');
    return JSON.parse(JSON.stringify(contentOf('JavaScript API', 'GetReport', null, err)));
  },
};

function contentOf(event, trigger, filename, error) {
  return require('internal/process/report_content').content(event, trigger, filename, error, values);
}

/** `report.<date>.<time>.<process>.<thread>.<number>.json` */
function nextName() {
  const pad = (number, length = 2) => String(number).padStart(length, '0');
  const now = new Date();
  const date = `${now.getFullYear()}${pad(now.getMonth() + 1)}${pad(now.getDate())}`;
  const time = `${pad(now.getHours())}${pad(now.getMinutes())}${pad(now.getSeconds())}`;
  return `report.${date}.${time}.${process.pid}.${require('worker_threads').threadId}.${pad(++named, 3)}.json`;
}

/** @param {string} given the file's name; if it is empty, one is made @returns {string} its name; empty if it could not be written */
function write(given, event, trigger, error) {
  const name = given === '' ? nextName() : given;
  const text = () => `${JSON.stringify(contentOf(event, trigger, name, error), null, values.compact ? 0 : 2)}\n`;
  if (name === 'stdout' || name === 'stderr') {
    writeOut(name === 'stdout' ? 1 : 2, text());
    if (name === 'stdout') writeOut(2, '\nNode.js report completed\n');
    return name;
  }
  const directory = values.directory || process.cwd();
  checkPermission(given === '' ? directory : given);
  try {
    require('fs').writeFileSync(require('path').resolve(directory, name), text());
  } catch (failure) {
    const where = values.directory === '' ? '' : ` directory: ${values.directory}`;
    writeOut(2, `\nFailed to open Node.js report file: ${name}${where} (errno: ${-failure.errno})\n`);
    return '';
  }
  writeOut(2, `\nWriting Node.js report to file: ${name}\nNode.js report completed\n`);
  return name;
}

function checkPermission(resource) {
  if (process.permission === undefined || process.permission.has('fs.write', resource)) return;
  const { ERR_ACCESS_DENIED } = require('internal/errors');
  throw new ERR_ACCESS_DENIED('Access to this API has been restricted. Use --allow-fs-write to manage permissions.', 'FileSystemWrite', resource);
}

function onSignal(signal) {
  write(values.filename, signal, 'Signal', synthetic());
}

/** Listens for the signal, or no more. */
function listen(isOn) {
  if (isOn) process.on(values.signal, onSignal);
  else process.removeListener(values.signal, onSignal);
}

const setters = {
  __proto__: null,
  reportOnSignal(isOn) {
    values.reportOnSignal = isOn;
    listen(false);
    if (isOn) listen(true);
  },
  signal(name) {
    require('internal/validators').validateSignalName(name, 'signal');
    listen(false);
    values.signal = name;
    if (values.reportOnSignal) listen(true);
  },
};

for (const name of Object.keys(values)) {
  const validate = typeof values[name] === 'string' ? validateString : validateBoolean;
  Object.defineProperty(report, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return values[name]; },
    set(value) {
      validate(value, name);
      if (setters[name] === undefined) values[name] = value;
      else setters[name](value);
    },
  });
}

/** An uncaught error is about to end the program. */
function onUncaught(error) {
  if (values.reportOnUncaughtException) write(values.filename, 'Exception', 'Exception', error);
}

/** What the options of the command line ask for from the start. Signals are the main thread's. */
function start() {
  if (getOption('--report-on-signal') && require('worker_threads').isMainThread) setters.reportOnSignal(true);
}

module.exports = { onUncaught, report, start };
