'use strict';

/** X509Certificate. What is in a certificate is read when it is asked for. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/x509');
const { codedError } = require('internal/crypto/input');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');
const { validateBoolean, validateObject, validateString } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

const kHandle = Symbol('kHandle');
const kFacts = Symbol('kFacts');
const kIssuer = Symbol('kIssuer');

/** The names under which facts are shown, in order. */
const SHOWN = ['subject', 'subjectAltName', 'issuer', 'infoAccess', 'validFrom', 'validTo', 'validFromDate', 'validToDate', 'fingerprint',
  'fingerprint256', 'fingerprint512', 'keyUsage', 'serialNumber', 'signatureAlgorithm', 'signatureAlgorithmOid'];

/** How names are compared, checked, as Java takes it. */
function nameOptions(options) {
  if (options === undefined) return ['default', true, true, false, false];
  validateObject(options, 'options');
  const {
    subject = 'default', wildcards = true, partialWildcards = true, multiLabelWildcards = false, singleLabelSubdomains = false,
  } = options;
  validateString(subject, 'options.subject');
  validateBoolean(wildcards, 'options.wildcards');
  validateBoolean(partialWildcards, 'options.partialWildcards');
  validateBoolean(multiLabelWildcards, 'options.multiLabelWildcards');
  validateBoolean(singleLabelSubdomains, 'options.singleLabelSubdomains');
  if (subject !== 'default' && subject !== 'always' && subject !== 'never') throw new errors.ERR_INVALID_ARG_VALUE('options.subject', subject);
  return [subject, wildcards, partialWildcards, multiLabelWildcards, singleLabelSubdomains];
}

function checkName(name) {
  if (name.includes('\0')) throw codedError(TypeError, 'ERR_INVALID_ARG_VALUE', 'Invalid name');
}

function fact(certificate, name) {
  const facts = certificate[kFacts];
  if (!(name in facts)) facts[name] = natives.fact(certificate[kHandle], name);
  return facts[name];
}

function keyHandle(pkey, type) {
  const { handleOf, isKeyObject } = require('internal/crypto/keys');
  if (!isKeyObject(pkey)) throw new errors.ERR_INVALID_ARG_TYPE('pkey', 'KeyObject', pkey);
  if (pkey.type !== type) throw new errors.ERR_INVALID_ARG_VALUE('pkey', pkey);
  return handleOf(pkey);
}

function hidden(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, enumerable: false, writable: true, configurable: true });
}

function fill(certificate, handle) {
  hidden(certificate, kHandle, handle);
  hidden(certificate, kFacts, { __proto__: null });
  mark(certificate, CLONEABLE);
}

class X509Certificate {
  constructor(buffer) {
    if (typeof buffer === 'string') buffer = require('buffer').Buffer.from(buffer);
    if (!ArrayBuffer.isView(buffer)) {
      throw new errors.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], buffer);
    }
    fill(this, natives.parse(buffer));
  }

  [kInspect](depth, options) {
    const shown = {};
    for (const name of SHOWN) shown[name] = this[name];
    return require('internal/util/inspect_as').inspectAs(this, shown, depth, options, 'X509Certificate');
  }

  [kClone]() {
    return { data: { raw: this.raw }, deserializeInfo: 'internal/crypto/x509:ClonedCertificate' };
  }

  get subject() { return fact(this, 'subject'); }

  get subjectAltName() { return fact(this, 'subjectAltName'); }

  get issuer() { return fact(this, 'issuer'); }

  /** The certificate of the issuer, where a connection told it. */
  get issuerCertificate() { return this[kIssuer]; }

  get infoAccess() { return fact(this, 'infoAccess'); }

  get validFrom() { return fact(this, 'validFrom'); }

  get validTo() { return fact(this, 'validTo'); }

  get validFromDate() { return new Date(this.validFrom); }

  get validToDate() { return new Date(this.validTo); }

  get fingerprint() { return this[kFacts].sha1 ??= natives.fingerprint(this[kHandle], 'sha1'); }

  get fingerprint256() { return this[kFacts].sha256 ??= natives.fingerprint(this[kHandle], 'sha256'); }

  get fingerprint512() { return this[kFacts].sha512 ??= natives.fingerprint(this[kHandle], 'sha512'); }

  get keyUsage() { return fact(this, 'keyUsage'); }

  get serialNumber() { return fact(this, 'serialNumber'); }

  get signatureAlgorithm() { return fact(this, 'signatureAlgorithm'); }

  get signatureAlgorithmOid() { return fact(this, 'signatureAlgorithmOid'); }

  get raw() { return fact(this, 'raw'); }

  get publicKey() {
    return this[kFacts].publicKey ??= require('internal/crypto/keys').keyObject('public', natives.publicKey(this[kHandle]));
  }

  toString() { return fact(this, 'pem'); }

  toJSON() { return this.toString(); }

  get ca() { return fact(this, 'ca'); }

  /** The name by which it speaks for a host, or undefined. */
  checkHost(name, options) {
    validateString(name, 'name');
    const args = nameOptions(options);
    checkName(name);
    return natives.checkHost(this[kHandle], name, ...args);
  }

  checkEmail(email, options) {
    validateString(email, 'email');
    const args = nameOptions(options);
    checkName(email);
    return natives.checkEmail(this[kHandle], email, ...args) ? email : undefined;
  }

  checkIP(ip, options) {
    validateString(ip, 'ip');
    nameOptions(options);
    const found = natives.checkIP(this[kHandle], ip);
    if (found === undefined) throw codedError(TypeError, 'ERR_INVALID_ARG_VALUE', 'Invalid IP');
    return found ? ip : undefined;
  }

  checkIssued(otherCert) {
    if (!isX509Certificate(otherCert)) throw new errors.ERR_INVALID_ARG_TYPE('otherCert', 'X509Certificate', otherCert);
    return natives.checkIssued(this[kHandle], otherCert[kHandle]);
  }

  checkPrivateKey(pkey) {
    return natives.checkPrivateKey(this[kHandle], keyHandle(pkey, 'private'));
  }

  verify(pkey) {
    return natives.verify(this[kHandle], keyHandle(pkey, 'public'));
  }

  /** As `tls` shows certificates. */
  toLegacyObject() {
    return this[kFacts].legacy ??= require('internal/tls/certificate').describe(this.raw);
  }
}

function isX509Certificate(value) {
  return typeof value === 'object' && value !== null && kHandle in value && kFacts in value;
}

/** Stands for an X509Certificate until its contents arrive. */
class ClonedCertificate {
  [kDeserialize]({ raw }) {
    Object.setPrototypeOf(this, X509Certificate.prototype);
    fill(this, natives.parse(raw));
  }
}

/** The first of a chain of certificates in DER, each issued by the next; undefined for none. */
function ofChain(chain) {
  let issuer;
  for (let i = chain.length - 1; i >= 0; i--) {
    const certificate = new X509Certificate(chain[i]);
    if (issuer !== undefined) hidden(certificate, kIssuer, issuer);
    issuer = certificate;
  }
  return issuer;
}

module.exports = { ClonedCertificate, X509Certificate, isX509Certificate, ofChain };
