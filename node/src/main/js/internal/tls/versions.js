'use strict';

/** Versions of TLS by their names, and the methods of old that stand for some. */

const errors = require('internal/errors');

const VERSIONS = { '__proto__': null, 'TLSv1': 0x301, 'TLSv1.1': 0x302, 'TLSv1.2': 0x303, 'TLSv1.3': 0x304 };

/** @param {'minimum'|'maximum'} which */
function versionNumber(which, version, byDefault) {
  version ??= byDefault;
  const number = VERSIONS[version];
  if (number === undefined) throw new errors.ERR_TLS_INVALID_PROTOCOL_VERSION(version, which);
  return number;
}

/** @returns {[number, number]} the least and the highest version that a method stands for */
function versionsOfMethod(method) {
  const match = /^(SSLv2|SSLv3|SSLv23|TLS|TLSv1|TLSv1_1|TLSv1_2)_(?:(?:server|client)_)?method$/.exec(method);
  switch (match?.[1]) {
    case 'SSLv2': throw new errors.ERR_TLS_INVALID_PROTOCOL_METHOD('SSLv2 methods disabled');
    case 'SSLv3': throw new errors.ERR_TLS_INVALID_PROTOCOL_METHOD('SSLv3 methods disabled');
    case 'SSLv23': return [VERSIONS[require('tls').DEFAULT_MIN_VERSION], VERSIONS['TLSv1.2']];
    case 'TLS': return [0, VERSIONS['TLSv1.3']];
    case 'TLSv1': return [VERSIONS.TLSv1, VERSIONS.TLSv1];
    case 'TLSv1_1': return [VERSIONS['TLSv1.1'], VERSIONS['TLSv1.1']];
    case 'TLSv1_2': return [VERSIONS['TLSv1.2'], VERSIONS['TLSv1.2']];
    default: throw new errors.ERR_TLS_INVALID_PROTOCOL_METHOD(`Unknown method: ${method}`);
  }
}

function defaultMinimum() {
  const { getOption } = require('internal/options');
  for (const [flag, version] of [['1.0', 'TLSv1'], ['1.1', 'TLSv1.1'], ['1.2', 'TLSv1.2'], ['1.3', 'TLSv1.3']]) {
    if (getOption(`--tls-min-v${flag}`)) return version;
  }
  return 'TLSv1.2';
}

function defaultMaximum() {
  const { getOption } = require('internal/options');
  if (getOption('--tls-max-v1.3')) return 'TLSv1.3';
  return getOption('--tls-max-v1.2') ? 'TLSv1.2' : 'TLSv1.3';
}

module.exports = { defaultMaximum, defaultMinimum, versionNumber, versionsOfMethod };
