'use strict';

/** `node:os`: the system, its processors, networks and users. */

const system = binding('os');
const errors = require('internal/errors');
const { validateInt32 } = require('internal/validators');

const constants = system.constants();
const windows = process.platform === 'win32';
const NO_PRIORITY = 1000;

/** Throws what the system call that failed with a negative errno means. */
function fail(errno, syscall) {
  const message = require('util').getSystemErrorMessage(errno);
  throw new errors.ERR_SYSTEM_ERROR({ errno, code: errors.systemErrorName(errno), message, syscall });
}

function arch() {
  return process.arch;
}

function platform() {
  return process.platform;
}

/** `'LE'` or `'BE'`. */
function endianness() {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'LE' : 'BE';
}

function hostname() {
  return system.hostname();
}

function type() {
  return system.type();
}

function release() {
  return system.release();
}

function version() {
  return system.version();
}

function machine() {
  return system.machine();
}

/** Seconds since the system began. */
function uptime() {
  return system.uptime();
}

/** The mean number of runnable processes in the last 1, 5 and 15 minutes. */
function loadavg() {
  return system.loadavg();
}

/** Bytes. */
function totalmem() {
  return system.totalmem();
}

/** Bytes that programs could get. */
function freemem() {
  return system.freemem();
}

/** How many threads are worth running at once; at least 1. */
function availableParallelism() {
  return system.parallelism();
}

function homedir() {
  const home = system.homedir();
  if (typeof home === 'number') fail(home, 'uv_os_homedir');
  return typeof home === 'string' ? home : require('buffer').Buffer.from(home.buffer).toString();
}

function tmpdir() {
  const { env } = process;
  const directory = windows ? env.TEMP || env.TMP || `${env.SystemRoot || env.windir}\\temp` :
    env.TMPDIR || env.TMP || env.TEMP || '/tmp';
  if (directory.length > 1 && directory.endsWith(windows ? '\\' : '/') && !directory.endsWith(':\\')) return directory.slice(0, -1);
  return directory;
}

/** `{ model, speed, times }` of each processor; speed in MHz, times in milliseconds. */
function cpus() {
  return system.cpus().map(([model, speed, user, nice, sys, idle, irq]) => (
    { model, speed, times: { user, nice, sys, idle, irq } }
  ));
}

/** The addresses of each interface that is up, by its name. */
function networkInterfaces() {
  const rows = system.networkInterfaces();
  if (typeof rows === 'number') fail(rows, 'uv_interface_addresses');
  const interfaces = {};
  for (const [name, address, netmask, family, mac, internal, prefix, scope] of rows) {
    const entry = { address, netmask, family, mac, internal, cidr: `${address}/${prefix}` };
    if (scope !== -1) entry.scopeid = scope;
    (interfaces[name] ??= []).push(entry);
  }
  return interfaces;
}

/**
 * The user whose rights the program has.
 * @param {{ encoding?: string }} [options] `'buffer'` gives the texts as Buffers
 */
function userInfo(options) {
  const encoding = typeof options !== 'object' ? undefined : options?.encoding;
  const user = system.user();
  if (typeof user === 'number') fail(user, 'uv_os_get_passwd');
  const { Buffer } = require('buffer');
  const wanted = typeof encoding === 'string' ? encoding.toLowerCase() : '';
  const text = (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return wanted === 'buffer' ? buffer : buffer.toString(Buffer.isEncoding(wanted) ? wanted : 'utf8');
  };
  const [uid, gid, username, home, shell] = user;
  return { __proto__: null, uid, gid, username: text(username), homedir: text(home), shell: text(shell) };
}

function getPriority(pid) {
  if (pid === undefined) pid = 0;
  else validateInt32(pid, 'pid');
  const priority = system.getPriority(pid);
  if (priority > NO_PRIORITY) fail(NO_PRIORITY - priority, 'uv_os_getpriority');
  return priority;
}

/** `setPriority(priority)` or `setPriority(pid, priority)`. */
function setPriority(pid, priority) {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  validateInt32(pid, 'pid');
  validateInt32(priority, 'priority', -20, 19);
  const errno = system.setPriority(pid, priority);
  if (errno < 0) fail(errno, 'uv_os_setpriority');
}

// In a text or a sum these functions stand for what they return.
for (const fn of [arch, availableParallelism, endianness, freemem, homedir, hostname, platform, release, tmpdir, totalmem, type,
  uptime, version, machine]) {
  fn[Symbol.toPrimitive] = () => fn();
}

module.exports = {
  arch, availableParallelism, cpus, endianness, freemem, getPriority, homedir, hostname, loadavg, networkInterfaces, platform,
  release, setPriority, tmpdir, totalmem, type, userInfo, uptime, version, machine,
};

Object.defineProperties(module.exports, {
  constants: { __proto__: null, value: constants, enumerable: true },
  EOL: { __proto__: null, value: windows ? '\r\n' : '\n', enumerable: true, configurable: true },
  devNull: { __proto__: null, value: windows ? '\\\\.\\nul' : '/dev/null', enumerable: true, configurable: true },
});
