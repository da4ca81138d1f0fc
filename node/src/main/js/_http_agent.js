'use strict';

module.exports = {
  Agent: require('internal/http/agent').Agent,
  globalAgent: require('internal/http/agent').globalAgent(),
};
