'use strict';

const { CHUNKED, CONTINUE, checkInvalidHeaderChar, checkIsHttpToken } = require('internal/http/fields');
const { HTTPParser, freeParser, parsers, prepareError } = require('internal/http/parser');
const { kIncomingMessage } = require('internal/http/symbols');

module.exports = {
  _checkInvalidHeaderChar: checkInvalidHeaderChar,
  _checkIsHttpToken: checkIsHttpToken,
  chunkExpression: CHUNKED,
  continueExpression: CONTINUE,
  CRLF: '\r\n',
  freeParser,
  methods: require('internal/http/binding').methods(),
  parsers,
  kIncomingMessage,
  HTTPParser,
  isLenient: require('internal/http/limits').isLenient,
  prepareError,
};
