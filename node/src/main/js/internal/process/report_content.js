'use strict';

/** What a diagnostic report says, in the shape of Node's version 5: what the JVM doesn't know is left out, or empty. */

const os = require('os');

const { glibcVersion } = binding('process');

/** Rows of /proc/self/limits, and the bytes that a unit of the report has. */
const LIMITS = {
  core_file_size_blocks: ['Max core file size', 512],
  data_seg_size_bytes: ['Max data size', 1],
  file_size_blocks: ['Max file size', 512],
  max_locked_memory_bytes: ['Max locked memory', 1],
  max_memory_size_bytes: ['Max resident set', 1],
  open_files: ['Max open files', 1],
  stack_size_bytes: ['Max stack size', 1],
  cpu_time_seconds: ['Max cpu time', 1],
  max_user_processes: ['Max processes', 1],
  virtual_memory_bytes: ['Max address space', 1],
};

function header(event, trigger, filename, excludeNetwork) {
  const now = new Date();
  return {
    reportVersion: 5,
    event,
    trigger,
    filename,
    dumpEventTime: `${now.toISOString().slice(0, 19)}Z`,
    dumpEventTimeStamp: String(now.getTime()),
    processId: process.pid,
    threadId: require('worker_threads').threadId,
    cwd: process.cwd(),
    commandLine: [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    nodejsVersion: process.version,
    // By it packages choose which of their native addons to load.
    glibcVersionRuntime: glibcVersion(),
    wordSize: 64,
    arch: process.arch,
    platform: process.platform,
    componentVersions: process.versions,
    release: process.release,
    osName: os.type(),
    osRelease: os.release(),
    osVersion: os.version(),
    osMachine: os.machine(),
    cpus: os.cpus().map(({ model, speed, times }) => ({ model, speed, ...times })),
    networkInterfaces: excludeNetwork ? undefined : networkInterfaces(),
    host: os.hostname(),
  };
}

function networkInterfaces() {
  return Object.entries(os.networkInterfaces()).flatMap(([name, addresses]) => addresses.map(
    ({ address, family, internal, mac, netmask, scopeid }) => ({ name, internal, mac, address, netmask, family, scopeid })));
}

/** An error's stack, line by line, and its properties as text. Anything may have been thrown. */
function javascriptStack(error) {
  const isObject = typeof error === 'object' && error !== null;
  const [message, ...frames] = String(isObject && typeof error.stack === 'string' ? error.stack : inspected(error)).split('\n');
  const errorProperties = {};
  for (const [name, value] of isObject ? Object.entries(error) : []) errorProperties[name] = typeof value === 'string' ? value : inspected(value);
  return { message, stack: frames.length === 0 ? undefined : frames.map((frame) => frame.trim()), errorProperties };
}

function inspected(value) {
  return require('internal/util/inspect').inspect(value);
}

function javascriptHeap() {
  const v8 = require('v8');
  const heap = v8.getHeapStatistics();
  const heapSpaces = {};
  for (const space of v8.getHeapSpaceStatistics()) {
    heapSpaces[space.space_name] = {
      memorySize: space.space_size,
      committedMemory: space.physical_space_size,
      capacity: space.space_used_size + space.space_available_size,
      used: space.space_used_size,
      available: space.space_available_size,
    };
  }
  return {
    totalMemory: heap.total_heap_size,
    executableMemory: heap.total_heap_size_executable,
    totalCommittedMemory: heap.total_physical_size,
    availableMemory: heap.total_available_size,
    totalGlobalHandlesMemory: heap.total_global_handles_size,
    usedGlobalHandlesMemory: heap.used_global_handles_size,
    usedMemory: heap.used_heap_size,
    memoryLimit: heap.heap_size_limit,
    mallocedMemory: heap.malloced_memory,
    externalMemory: heap.external_memory,
    peakMallocedMemory: heap.peak_malloced_memory,
    nativeContextCount: heap.number_of_native_contexts,
    detachedContextCount: heap.number_of_detached_contexts,
    doesZapGarbage: heap.does_zap_garbage,
    heapSpaces,
  };
}

/** @param {number} user microseconds @param {number} system microseconds */
function cpuUse(user, system) {
  const percent = (micros) => micros / 10_000 / process.uptime();
  return {
    userCpuSeconds: user / 1e6,
    kernelCpuSeconds: system / 1e6,
    cpuConsumptionPercent: percent(user + system),
    userCpuConsumptionPercent: percent(user),
    kernelCpuConsumptionPercent: percent(system),
  };
}

function resourceUsage() {
  const usage = process.resourceUsage();
  return {
    free_memory: os.freemem(),
    total_memory: os.totalmem(),
    rss: process.memoryUsage.rss(),
    constrained_memory: process.constrainedMemory(),
    available_memory: process.availableMemory(),
    ...cpuUse(usage.userCPUTime, usage.systemCPUTime),
    maxRss: usage.maxRSS * 1024,
    pageFaults: { IORequired: usage.majorPageFault, IONotRequired: usage.minorPageFault },
    fsActivity: { reads: usage.fsRead, writes: usage.fsWrite },
  };
}

function threadResourceUsage() {
  const { user, system } = process.threadCpuUsage();
  return { ...cpuUse(user, system), fsActivity: { reads: 0, writes: 0 } };
}

/** The handles that keep the loop alive, and the loop. Java has no addresses: their numbers stand for them. */
function loopHandles(excludeNetwork) {
  const handles = process._getActiveHandles().map((handle) => {
    const { constructor: { name } } = handle;
    const isLocal = name === 'Pipe' || handle._handle?.constructor.name === 'Pipe';
    const type = { ChildProcess: 'process', ReadStream: 'tty', WriteStream: 'tty' }[name] ?? (isLocal ? 'pipe' : 'tcp');
    return {
      type,
      is_active: true,
      is_referenced: true,
      localEndpoint: type === 'tcp' ? endpoint(handle.address?.(), excludeNetwork) : undefined,
      remoteEndpoint: type === 'tcp' ? endpoint({ address: handle.remoteAddress, family: handle.remoteFamily, port: handle.remotePort }, excludeNetwork) : undefined,
    };
  });
  handles.push({ type: 'loop', is_active: handles.length > 0, loopIdleTimeSeconds: require('perf_hooks').performance.nodeTiming.idleTime / 1000 });
  return handles.map((handle, i) => ({ ...handle, address: `0x${(i + 1).toString(16).padStart(16, '0')}` }));
}

function endpoint({ address, family, port } = {}, excludeNetwork) {
  if (address === undefined) return undefined;
  return { host: excludeNetwork ? undefined : address, [family === 'IPv6' ? 'ip6' : 'ip4']: address, port };
}

/** A file of /proc, which other systems don't have and a program may not be allowed to read. */
function ofProc(name) {
  try {
    return require('fs').readFileSync(`/proc/self/${name}`, 'latin1');
  } catch {
    return '';
  }
}

function userLimits() {
  const text = ofProc('limits');
  const limits = {};
  for (const [name, [row, unit]] of Object.entries(LIMITS)) {
    const found = new RegExp(`^${row} +(\\S+) +(\\S+)`, 'm').exec(text);
    if (found === null) continue;
    const [soft, hard] = found.slice(1).map((value) => (value === 'unlimited' ? value : Math.floor(Number(value) / unit)));
    limits[name] = { soft, hard };
  }
  return limits;
}

function sharedObjects() {
  return [...new Set(ofProc('maps').match(/\/\S+\.so\b\S*/g))];
}

/**
 * @param {string} event what happened @param {string} trigger who asked @param {string | null} filename
 * @param {*} error @param {{ excludeEnv: boolean, excludeNetwork: boolean }} options
 * @returns {object} the report
 */
function content(event, trigger, filename, error, { excludeEnv, excludeNetwork }) {
  return {
    header: header(event, trigger, filename, excludeNetwork),
    javascriptStack: javascriptStack(error),
    javascriptHeap: javascriptHeap(),
    nativeStack: [],
    resourceUsage: resourceUsage(),
    uvthreadResourceUsage: threadResourceUsage(),
    libuv: loopHandles(excludeNetwork),
    workers: [],
    environmentVariables: excludeEnv ? undefined : { ...process.env },
    userLimits: userLimits(),
    sharedObjects: sharedObjects(),
  };
}

module.exports = { content };
