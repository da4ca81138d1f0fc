'use strict';

const { destroyResource, initResource, runInResource } = require('internal/async_hooks');

/** A callback that runs once, as a resource of this type. */
function track(type, callback) {
  const request = {};
  initResource(request, type);
  return function(...args) {
    try {
      return runInResource(request, callback, this, args);
    } finally {
      destroyResource(request);
    }
  };
}

module.exports = { track };
