'use strict';

const { kUniqueHeaders, parseUniqueHeadersOption, validateHeaderName, validateHeaderValue } = require('internal/http/fields');
const { OutgoingMessage, kHighWaterMark } = require('internal/http/outgoing');

module.exports = { kHighWaterMark, kUniqueHeaders, parseUniqueHeadersOption, validateHeaderName, validateHeaderValue, OutgoingMessage };
