'use strict';

/** The library acorn, which gives a text's tree. It is loaded when it is first asked for. */

const { acorn: load } = binding('module');

let library;

function acorn() {
  if (library === undefined) {
    const module = { exports: {} };
    load()(module.exports, module);
    library = module.exports;
  }
  return library;
}

module.exports = { acorn };
