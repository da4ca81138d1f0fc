'use strict';
// A program made of many packages: what npm installs, in a folder of its own, and what requires it.

const fs = require('fs');
const os = require('os');
const path = require('path');

const PACKAGES = 60;

const source = (n) => `'use strict';

/*!
 * package ${n}
 */

var path = require('path')
var util = require('./lib/util')
${n > 0 ? `var before = require('p${n - 1}')` : 'var before = null'}
${n > 3 ? `var other = require('p${n % 3}/lib/util')` : ''}

module.exports = create
module.exports.create = create
module.exports.names = Object.keys(util.table)

Object.defineProperty(module.exports, 'before', { enumerable: true, get: function () { return before } })

function create (options) {
  var opts = options || {}
  var name = opts.name || path.basename(__filename, '.js')
  if (typeof name !== 'string') throw new TypeError('option name must be a string')
  return function (req, res, next) {
    if (util.matches(name, req.url)) return next()
    return util.add(name, before)
  }
}

create({ name: 'p${n}' })
`;

const utilities = `'use strict'

const NAME = /^[\\w.-]+$/
exports.table = { __proto__: null, a: 1, b: 2 }
exports.matches = function matches (name, url) { return NAME.test(name) && String(url).indexOf(name) !== -1 }
exports.add = (name, value) => { exports.table[name] = value; return exports.table }
for (const key of ['x', 'y', 'z']) exports.table[key] = exports.matches(key, '/' + key)
class Registry extends Map { add (key) { this.set(key, this.size); return this } }
exports.registry = new Registry().add('a').add('b')
`;

module.exports = function packages() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'barista-training-'));
  try {
    for (let n = 0; n < PACKAGES; n++) {
      const home = path.join(dir, 'node_modules', `p${n}`);
      fs.mkdirSync(path.join(home, 'lib'), { recursive: true });
      const entry = n % 2 ? { main: 'index.js' } : { exports: { '.': { import: './index.mjs', require: './index.js' }, './lib/*': './lib/*.js' } };
      fs.writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name: `p${n}`, version: '1.0.0', ...entry, dependencies: {} }, null, 2));
      fs.writeFileSync(path.join(home, 'index.js'), source(n));
      fs.writeFileSync(path.join(home, 'lib/util.js'), utilities);
      fs.writeFileSync(path.join(home, 'data.json'), JSON.stringify({ list: Array.from({ length: 50 }, (_, i) => ({ id: i, name: `n${i}` })) }));
    }
    fs.writeFileSync(path.join(dir, 'app.js'), `require('p${PACKAGES - 1}'); for (let n = 0; n < ${PACKAGES}; n++) require('./node_modules/p' + n + '/data.json')`);
    require(path.join(dir, 'app.js'));
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
};
