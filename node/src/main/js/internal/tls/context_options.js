'use strict';

/** The options of a SecureContext: checked, and put into its handle. Node's documentation: `tls.createSecureContext`. */

const errors = require('internal/errors');

const CIPHER_SERVER_PREFERENCE = 1 << 22;

function isBytes(value) {
  return require('internal/util/types').isArrayBufferView(value);
}

function validateText(name, value) {
  if (typeof value !== 'string' && !isBytes(value)) {
    throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  }
}

function asArray(value) {
  return Array.isArray(value) ? value : [value];
}

function configureTrust(context, { ca, allowPartialTrustChain, crl }, name) {
  if (allowPartialTrustChain) context.setAllowPartialTrustChain();
  if (ca) {
    for (const each of asArray(ca)) {
      validateText(`${name}.ca`, each);
      context.addCACert(each);
    }
  } else {
    context.addRootCerts();
  }
  if (crl === undefined || crl === null) return;
  for (const each of asArray(crl)) {
    validateText(`${name}.crl`, each);
    context.addCRL(each);
  }
}

function setKey(context, key, passphrase, name) {
  validateText(`${name}.key`, key);
  if (passphrase !== undefined && passphrase !== null) require('internal/validators').validateString(passphrase, `${name}.passphrase`);
  context.setKey(key, passphrase);
}

function configureIdentity(context, { cert, key, passphrase, pfx }, name) {
  if (cert) {
    for (const each of asArray(cert)) {
      validateText(`${name}.cert`, each);
      context.setCert(each);
    }
  }
  // The key goes after its certificate, against which it is checked.
  if (Array.isArray(key)) {
    for (const each of key) {
      const isPair = each !== null && each !== undefined && each.pem !== undefined;
      setKey(context, isPair ? each.pem : each, isPair && each.passphrase !== undefined ? each.passphrase : passphrase, name);
    }
  } else if (key) {
    setKey(context, key, passphrase, name);
  }
  if (pfx === undefined || pfx === null) return;
  for (const each of asArray(pfx)) {
    const bytes = each.buf || each;
    const secret = each.passphrase || passphrase;
    validateText(`${name}.pfx`, bytes);
    if (secret !== undefined && secret !== null) context.loadPKCS12(bytes, secret);
    else context.loadPKCS12(bytes);
  }
}

/** Before all else: `@SECLEVEL` in the list decides which keys and certificates are strong enough. */
function configureCiphers(context, { ciphers }, name) {
  const list = ciphers === undefined || ciphers === null || ciphers === '' ? require('tls').DEFAULT_CIPHERS : ciphers;
  require('internal/validators').validateString(list, `${name}.ciphers`);
  setCiphers(context, list, name);
}

function configureExchange(context, { sigalgs, ecdhCurve, dhparam }, name) {
  const { validateString } = require('internal/validators');
  if (sigalgs !== undefined && sigalgs !== null) {
    validateString(sigalgs, `${name}.sigalgs`);
    if (sigalgs === '') throw new errors.ERR_INVALID_ARG_VALUE(`${name}.sigalgs`, sigalgs);
    context.setSigalgs(sigalgs);
  }
  if (ecdhCurve === undefined) ecdhCurve = require('tls').DEFAULT_ECDH_CURVE;
  validateString(ecdhCurve, `${name}.ecdhCurve`);
  context.setECDHCurve(ecdhCurve);
  if (dhparam === undefined || dhparam === null) return;
  if (dhparam !== 'auto') validateText(`${name}.dhparam`, dhparam);
  const warning = context.setDHParam(dhparam === 'auto' || dhparam);
  if (warning) process.emitWarning(warning, 'SecurityWarning');
}

/** TLS 1.3's suites and those before it are told apart by their names; where none of TLS 1.3's is named it keeps its own. */
function setCiphers(context, ciphers, name) {
  const all = ciphers.split(':');
  const isSuite = (cipher) => /^!?TLS_/.test(cipher);
  const old = all.filter((cipher) => cipher.length > 0 && !isSuite(cipher));
  const suites = all.filter(isSuite);
  if (old.length === 0 && suites.length === 0) throw new errors.ERR_INVALID_ARG_VALUE(`${name}.ciphers`, ciphers);
  if (suites.length > 0) context.setCipherSuites(suites.join(':'));
  context.setCiphers(old.join(':'));
  // A peer that has only TLS 1.2, where nothing of it is allowed, is told so by its version.
  if (old.length === 0 && context.getMinProto() < 0x304 && context.getMaxProto() > 0x303) context.setMinProto(0x304);
}

function configureSessions(context, options, name) {
  const { sessionIdContext, sessionTimeout, ticketKeys } = options;
  if (sessionIdContext !== undefined && sessionIdContext !== null) {
    require('internal/validators').validateString(sessionIdContext, `${name}.sessionIdContext`);
    context.setSessionIdContext(sessionIdContext);
  }
  if (sessionTimeout !== undefined && sessionTimeout !== null) {
    require('internal/validators').validateInt32(sessionTimeout, `${name}.sessionTimeout`, 0);
    context.setSessionTimeout(sessionTimeout);
  }
  if (ticketKeys === undefined || ticketKeys === null) return;
  if (!isBytes(ticketKeys)) throw new errors.ERR_INVALID_ARG_TYPE(`${name}.ticketKeys`, ['Buffer', 'TypedArray', 'DataView'], ticketKeys);
  if (ticketKeys.byteLength !== 48) {
    throw new errors.ERR_INVALID_ARG_VALUE(`${name}.ticketKeys`, ticketKeys.byteLength, 'must be exactly 48 bytes');
  }
  context.setTicketKeys(ticketKeys);
}

/** Engines are checked as Node checks them, and refused. */
function refuseEngines({ privateKeyIdentifier, privateKeyEngine, clientCertEngine }, name) {
  const isGiven = (value) => value !== undefined && value !== null;
  const checkText = (option, value) => {
    if (typeof value !== 'string') throw new errors.ERR_INVALID_ARG_TYPE(`${name}.${option}`, ['string', 'null', 'undefined'], value);
  };
  if (isGiven(privateKeyIdentifier)) {
    if (!isGiven(privateKeyEngine)) throw new errors.ERR_INVALID_ARG_VALUE(`${name}.privateKeyEngine`, privateKeyEngine);
    checkText('privateKeyIdentifier', privateKeyIdentifier);
    checkText('privateKeyEngine', privateKeyEngine);
  } else if (isGiven(clientCertEngine)) {
    checkText('clientCertEngine', clientCertEngine);
  } else {
    return;
  }
  throw new errors.ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED();
}

/** @param context the handle */
function configure(context, options, name = 'options') {
  require('internal/validators').validateObject(options, name);
  configureCiphers(context, options, name);
  configureTrust(context, options, name);
  configureIdentity(context, options, name);
  configureExchange(context, options, name);
  refuseEngines(options, name);
  configureSessions(context, options, name);
  if (options.honorCipherOrder) context.setOptions(CIPHER_SERVER_PREFERENCE);
}

module.exports = { configure };
