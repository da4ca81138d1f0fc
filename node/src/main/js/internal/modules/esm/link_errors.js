'use strict';

/** The engine's words for a name that an imported module does not export, in Node's. */

const MISSING = /(?:requested module|module) ['"]?(.+?)['"]? (?:does not provide an export named|does not export) ['"]?(.+?)['"]?$/;

/**
 * @param {Error} error from linking; its message is rewritten
 * @param {(specifier: string) => { format: string, importer: string }} describe its format and the text that imports it
 */
function explain(error, describe) {
  if (!(error instanceof SyntaxError)) return;
  const match = MISSING.exec(error.message);
  if (match === null) return;
  const [, specifier, name] = match;
  let format;
  let importer;
  try {
    ({ format, importer } = describe(specifier));
  } catch {
    format = undefined;   // known only to the module that imports it
  }
  error.message = format === 'commonjs' ?
    `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support all module.exports ` +
    'as named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\n' +
    `import pkg from '${specifier}';\n${example(importer, specifier, name)}` :
    `The requested module '${specifier}' does not provide an export named '${name}'`;
}

/** The import as a declaration of variables, where it stands on one line of a module. */
function example(importer, specifier, name) {
  const quoted = specifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const [, names] of importer.matchAll(new RegExp(`import[ \\t]*\\{([^}\\n]*)\\}[ \\t]*from[ \\t]*['"]${quoted}['"]`, 'g'))) {
    if (names.split(',').some((part) => part.trim().split(/\s/)[0] === name)) return `const {${names.replace(/\s+as\s+/g, ': ')}} = pkg;\n`;
  }
  return '';
}

module.exports = { explain };
