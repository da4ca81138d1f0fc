'use strict';

/** DOMException (Web IDL, section 2.8.1). Loaded when the first one is made or the global is first read. */

const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');

/** Names that have a code, in the order of their codes from 1; the rest of the web's names have code 0. */
const legacyNames = [
  ['IndexSizeError', 'INDEX_SIZE_ERR'],
  ['DOMStringSizeError', 'DOMSTRING_SIZE_ERR'],
  ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR'],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR'],
  ['InvalidCharacterError', 'INVALID_CHARACTER_ERR'],
  ['NoDataAllowedError', 'NO_DATA_ALLOWED_ERR'],
  ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR'],
  ['NotFoundError', 'NOT_FOUND_ERR'],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR'],
  ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR'],
  ['InvalidStateError', 'INVALID_STATE_ERR'],
  ['SyntaxError', 'SYNTAX_ERR'],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR'],
  ['NamespaceError', 'NAMESPACE_ERR'],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR'],
  ['ValidationError', 'VALIDATION_ERR'],
  ['TypeMismatchError', 'TYPE_MISMATCH_ERR'],
  ['SecurityError', 'SECURITY_ERR'],
  ['NetworkError', 'NETWORK_ERR'],
  ['AbortError', 'ABORT_ERR'],
  ['URLMismatchError', 'URL_MISMATCH_ERR'],
  ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR'],
  ['TimeoutError', 'TIMEOUT_ERR'],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR'],
  ['DataCloneError', 'DATA_CLONE_ERR'],
];

const codes = new Map(legacyNames.map(([name], i) => [name, i + 1]));

/** Puts the fields of a DOMException on an Error, which is what makes it one. */
class Fields extends function(error) { return error; } {
  #name;
  #message;

  constructor(error, name, message) {
    super(error);
    this.#name = name;
    this.#message = message;
  }

  static has(object) {
    return (typeof object === 'object' || typeof object === 'function') && object !== null && #name in object;
  }

  static name(exception) { return exception.#name; }

  static message(exception) { return exception.#message; }

  static fill(exception, name, message) {
    exception.#name = name;
    exception.#message = message;
  }
}

function checkThis(exception) {
  if (Fields.has(exception)) return;
  const error = new TypeError('Value of "this" must be of DOMException');
  error.code = 'ERR_INVALID_THIS';
  throw error;
}

class DOMException {
  /** @param {string|{name?: string, cause?: any}} options the name, or the name and a cause */
  constructor(message = '', options = 'Error') {
    const full = options !== null && typeof options === 'object';
    const error = new Error();
    Object.setPrototypeOf(error, new.target.prototype);
    if (full && 'cause' in options) {
      Object.defineProperty(error, 'cause',
        { __proto__: null, value: options.cause, writable: true, enumerable: false, configurable: true });
    }
    const exception = new Fields(error, full ? options.name : `${options}`, `${message}`);
    mark(exception, CLONEABLE);
    return exception;
  }

  [kClone]() {
    const { name, message, stack } = this;
    return { data: { name, message, stack }, deserializeInfo: 'internal/errors/dom_exception:DOMException' };
  }

  [kDeserialize]({ name, message, stack }) {
    Fields.fill(this, name, message);
    this.stack = stack;
  }

  get name() {
    checkThis(this);
    return Fields.name(this);
  }

  get message() {
    checkThis(this);
    return Fields.message(this);
  }

  get code() {
    checkThis(this);
    return codes.get(Fields.name(this)) ?? 0;
  }
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
Object.defineProperties(DOMException.prototype, {
  name: { enumerable: true },
  message: { enumerable: true },
  code: { enumerable: true },
});
legacyNames.forEach(([, constant], i) => {
  const descriptor = { __proto__: null, value: i + 1, enumerable: true };
  Object.defineProperty(DOMException, constant, descriptor);
  Object.defineProperty(DOMException.prototype, constant, descriptor);
});
Object.defineProperty(DOMException.prototype, Symbol.toStringTag,
  { __proto__: null, value: 'DOMException', configurable: true });

/** Whether a value was made by DOMException, of any prototype. */
const isDOMException = Fields.has;

module.exports = { DOMException, isDOMException };
