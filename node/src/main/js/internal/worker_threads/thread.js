'use strict';

/** What a thread knows of itself and of its surroundings; a worker's own start fills it. */

/** What `setEnvironmentData` set; workers begin with a copy. */
const environmentData = new Map();

/** The `env` of workers that share the variables of the thread that starts them. */
const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

/** Stands in a worker's place of a script for the loader's own thread of hooks. */
const HOOKS = Symbol('hooks');

const thread = { HOOKS, SHARE_ENV, environmentData, parentPort: null, resourceLimits: {}, workerData: null };

module.exports = thread;
