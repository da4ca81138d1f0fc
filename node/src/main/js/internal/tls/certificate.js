'use strict';

/** Certificates as `getPeerCertificate()` shows them. */

const natives = binding('tls');

/** Names and values by turns as an object; what comes several times is an array. */
function named(pairs, always) {
  const object = { __proto__: null };
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i];
    const value = pairs[i + 1];
    if (!(name in object)) object[name] = always ? [value] : value;
    else if (Array.isArray(object[name])) object[name].push(value);
    else object[name] = [object[name], value];
  }
  return object;
}

/** @param {Buffer} der */
function describe(der) {
  const certificate = natives.describeCertificate(der);
  certificate.subject = named(certificate.subject, false);
  certificate.issuer = named(certificate.issuer, false);
  if (certificate.infoAccess !== undefined) certificate.infoAccess = named(certificate.infoAccess, true);
  return certificate;
}

/** @param {Buffer[]} chain each issued by the next; @returns the first, with its issuers. A root is its own. */
function describeChain(chain) {
  if (chain === undefined || chain.length === 0) return undefined;
  const certificates = chain.map(describe);
  certificates.forEach((certificate, i) => {
    if (i + 1 < certificates.length) certificate.issuerCertificate = certificates[i + 1];
    else if (isSelfIssued(certificate)) certificate.issuerCertificate = certificate;
  });
  return certificates[0];
}

function isSelfIssued({ subject, issuer }) {
  const names = Object.keys(subject);
  return names.length === Object.keys(issuer).length && names.every((name) => `${subject[name]}` === `${issuer[name]}`);
}

/** Node's old translation, of objects whose parts are texts. */
function translatePeerCertificate(certificate) {
  if (!certificate) return null;
  const issuer = certificate.issuerCertificate;
  if (issuer !== null && issuer !== undefined && issuer !== certificate) {
    certificate.issuerCertificate = translatePeerCertificate(issuer);
  }
  if (typeof certificate.infoAccess === 'string') {
    const pairs = [];
    for (const [, name, text] of certificate.infoAccess.matchAll(/([^\n:]*):([^\n]*)(?:\n|$)/g)) {
      pairs.push(name, text[0] === '"' ? JSON.parse(text) : text);
    }
    certificate.infoAccess = named(pairs, true);
  }
  return certificate;
}

module.exports = { describe, describeChain, translatePeerCertificate };
