'use strict';

/** What is said to a module that uses a variable that only CommonJS has. */

const { packageScope, packageType } = binding('module');

const NAMES = /^(require|module|exports|__filename|__dirname) is not defined$/;

/**
 * @param {ReferenceError} error its message is completed
 * @param {string} url of the module
 */
function explain(error, url) {
  const name = NAMES.exec(error.message)?.[1];
  if (name === undefined) return;
  let message = `${name} is not defined in ES module scope`;
  if (name === 'require') message += ', you can use import instead';
  const path = url.startsWith('file:') ? require('url').fileURLToPath(url) : '';
  if (path.endsWith('.js') && packageType(path) === 'module') {
    message += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${packageScope(path)}' contains ` +
      '"type": "module". To treat it as a CommonJS script, rename it to use the \'.cjs\' file extension.';
  }
  const { stack } = error;
  const head = `${error.name}: ${error.message}`;
  error.message = message;
  if (typeof stack === 'string' && stack.startsWith(head)) error.stack = `${error.name}: ${message}${stack.slice(head.length)}`;
}

module.exports = { explain };
