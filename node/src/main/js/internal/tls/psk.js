'use strict';

/** Pre-shared keys (RFC 4279): what the program's callback gives, checked. */

const errors = require('internal/errors');
const { kOwner } = require('internal/net/handles');
const { kPskCallback } = require('internal/tls/socket');

function prepare(socket, ssl, { isServer, pskCallback, pskIdentityHint }) {
  const { validateFunction, validateString } = require('internal/validators');
  validateFunction(pskCallback, 'pskCallback');
  ssl.onpskexchange = isServer ? onPskOfServer : onPskOfClient;
  socket[kPskCallback] = pskCallback;
  ssl.enablePskCallback();
  if (!pskIdentityHint) return;
  validateString(pskIdentityHint, 'options.pskIdentityHint');
  if (ssl.setPskIdentityHint(pskIdentityHint) === false) socket.destroy(new errors.ERR_TLS_PSK_SET_IDENTITY_HINT_FAILED());
}

function checkedKey(psk, name, most) {
  if (!require('internal/util/types').isArrayBufferView(psk)) {
    throw new errors.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'TypedArray', 'DataView'], psk);
  }
  if (psk.byteLength > most) {
    throw new errors.ERR_INVALID_ARG_VALUE(name, psk, `Pre-shared key exceeds ${most} bytes`);
  }
  return psk;
}

function onPskOfServer(identity, mostKey) {
  const owner = this[kOwner];
  const answer = owner[kPskCallback](owner, identity);
  if (answer === null || answer === undefined) return undefined;
  const psk = require('internal/util/types').isArrayBufferView(answer) ? answer : answer.psk;
  if (!require('internal/util/types').isArrayBufferView(answer) && typeof answer !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('ret', ['Object', 'Buffer', 'TypedArray', 'DataView'], answer);
  }
  return checkedKey(psk, 'psk', mostKey);
}

function onPskOfClient(hint, mostKey, mostIdentity) {
  const owner = this[kOwner];
  const answer = owner[kPskCallback](hint);
  if (answer === null || answer === undefined) return undefined;
  const { validateObject, validateString } = require('internal/validators');
  validateObject(answer, 'ret');
  checkedKey(answer.psk, 'psk', mostKey);
  const { identity } = answer;
  validateString(identity, 'identity');
  if (require('buffer').Buffer.byteLength(identity) > mostIdentity) {
    throw new errors.ERR_INVALID_ARG_VALUE('identity', identity, `PSK identity exceeds ${mostIdentity} bytes`);
  }
  return { psk: answer.psk, identity };
}

module.exports = { prepare };
