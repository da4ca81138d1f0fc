'use strict';

/** What can be wrong with a certificate chain: OpenSSL's numbers, names and texts (its manual's `X509_verify_cert_error_string`). */

const UNKNOWN = ['UNSPECIFIED', 'unspecified certificate verification error'];

const TABLE = {
  __proto__: null,
  2: ['UNABLE_TO_GET_ISSUER_CERT', 'unable to get issuer certificate'],
  3: ['UNABLE_TO_GET_CRL', 'unable to get certificate CRL'],
  4: ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', "unable to decrypt certificate's signature"],
  5: ['UNABLE_TO_DECRYPT_CRL_SIGNATURE', "unable to decrypt CRL's signature"],
  6: ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'unable to decode issuer public key'],
  7: ['CERT_SIGNATURE_FAILURE', 'certificate signature failure'],
  8: ['CRL_SIGNATURE_FAILURE', 'CRL signature failure'],
  9: ['CERT_NOT_YET_VALID', 'certificate is not yet valid'],
  10: ['CERT_HAS_EXPIRED', 'certificate has expired'],
  11: ['CRL_NOT_YET_VALID', 'CRL is not yet valid'],
  12: ['CRL_HAS_EXPIRED', 'CRL has expired'],
  13: ['ERROR_IN_CERT_NOT_BEFORE_FIELD', "format error in certificate's notBefore field"],
  14: ['ERROR_IN_CERT_NOT_AFTER_FIELD', "format error in certificate's notAfter field"],
  15: ['ERROR_IN_CRL_LAST_UPDATE_FIELD', "format error in CRL's lastUpdate field"],
  16: ['ERROR_IN_CRL_NEXT_UPDATE_FIELD', "format error in CRL's nextUpdate field"],
  17: ['OUT_OF_MEM', 'out of memory'],
  18: ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
  19: ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'],
  20: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate'],
  21: ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
  22: ['CERT_CHAIN_TOO_LONG', 'certificate chain too long'],
  23: ['CERT_REVOKED', 'certificate revoked'],
  24: ['UNSPECIFIED', "issuer certificate doesn't have a public key"],
  25: ['PATH_LENGTH_EXCEEDED', 'path length constraint exceeded'],
  26: ['INVALID_PURPOSE', 'unsuitable certificate purpose'],
  27: ['CERT_UNTRUSTED', 'certificate not trusted'],
  28: ['CERT_REJECTED', 'certificate rejected'],
  62: ['HOSTNAME_MISMATCH', 'hostname mismatch'],
  66: ['UNSPECIFIED', 'EE certificate key too weak'],
  67: ['UNSPECIFIED', 'CA certificate key too weak'],
  68: ['UNSPECIFIED', 'CA signature digest algorithm too weak'],
  79: ['UNSPECIFIED', 'invalid CA certificate'],
};

/** What an administrator may have put right already. */
const LOCAL = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
const HINT = '; if the root CA is installed locally, try running Node.js with --use-system-ca';

/** @param {number} result one that is not 0 */
function verifyError(result) {
  const [code, message] = TABLE[result] ?? UNKNOWN;
  const hinted = LOCAL.has(code) && !require('internal/options').getOption('--use-system-ca');
  const error = new Error(hinted ? message + HINT : message);
  error.code = code;
  return error;
}

module.exports = { verifyError };
