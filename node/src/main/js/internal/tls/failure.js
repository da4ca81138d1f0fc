'use strict';

/** Java's description of an OpenSSL failure as the error that programs see. */

/** @param {{message, library, reason, code, stack}} failure */
function failureOf({ message, library, reason, code, stack }) {
  const error = new Error(message);
  if (library) error.library = library;
  if (reason) error.reason = reason;
  if (code) error.code = code;
  if (stack?.length > 0) error.opensslErrorStack = stack;
  return error;
}

module.exports = { failureOf };
