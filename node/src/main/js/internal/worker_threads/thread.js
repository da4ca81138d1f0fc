'use strict';

/** What a thread knows of itself and of its surroundings; a worker's own start fills it. */

/** What `setEnvironmentData` set; workers begin with a copy. */
const environmentData = new Map();

const thread = { environmentData, parentPort: null, resourceLimits: {}, workerData: null };

module.exports = thread;
