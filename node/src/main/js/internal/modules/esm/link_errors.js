'use strict';

/** The engine's words for a name that an imported module does not export, in Node's. */

const MISSING = /(?:requested module|module) ['"]?(.+?)['"]? (?:does not provide an export named|does not export) ['"]?(.+?)['"]?$/;

/**
 * @param {Error} error from linking; its message is rewritten
 * @param {(specifier: string) => string} formatOf
 */
function explain(error, formatOf) {
  if (!(error instanceof SyntaxError)) return;
  const match = MISSING.exec(error.message);
  if (match === null) return;
  const [, specifier, name] = match;
  let format;
  try {
    format = formatOf(specifier);
  } catch {
    format = undefined;   // known only to the module that imports it
  }
  error.message = format === 'commonjs' ?
    `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support all module.exports ` +
    'as named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\n' +
    `import pkg from '${specifier}';\nconst { ${name} } = pkg;\n` :
    `The requested module '${specifier}' does not provide an export named '${name}'`;
}

module.exports = { explain };
