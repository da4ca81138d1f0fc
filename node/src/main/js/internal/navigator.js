'use strict';

/** The global navigator: what a program may know of the machine it runs on (HTML, section 8.10). */

const errors = require('internal/errors');

const kConstruct = Symbol('kConstruct');

/** Of process.platform: what browsers call it there. */
const PLATFORMS = { __proto__: null, darwin: 'MacIntel', win32: 'Win32', linux: 'Linux', freebsd: 'FreeBSD', openbsd: 'OpenBSD', sunos: 'SunOS', aix: 'AIX' };
/** Of process.arch: what Unix calls it. */
const MACHINES = { __proto__: null, x64: 'x86_64', ia32: 'i686' };
const BSD_MACHINES = { __proto__: null, x64: 'amd64', ia32: 'i386' };

function platformOf(platform, arch) {
  const name = PLATFORMS[platform] ?? `${platform[0].toUpperCase()}${platform.slice(1)}`;
  if (platform === 'darwin' || platform === 'win32' || platform === 'aix') return name;
  if (platform === 'sunos') return `${name} ${arch === 'ia32' ? 'i86pc' : arch}`;
  return `${name} ${(platform.endsWith('bsd') ? BSD_MACHINES : MACHINES)[arch] ?? arch}`;
}

class Navigator {
  #locks;
  #languages;
  #platform;

  constructor(token) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
  }

  get hardwareConcurrency() { return require('os').availableParallelism(); }

  get locks() { return this.#locks ??= require('internal/locks').lockManager(); }

  get language() { return Intl.Collator().resolvedOptions().locale || 'en-US'; }

  get languages() { return this.#languages ??= Object.freeze([this.language]); }

  get userAgent() { return `Node.js/${process.version.slice(1, process.version.indexOf('.'))}`; }

  get platform() { return this.#platform ??= platformOf(process.platform, process.arch); }
}

for (const name of ['hardwareConcurrency', 'locks', 'language', 'languages', 'userAgent', 'platform']) {
  Object.defineProperty(Navigator.prototype, name, { __proto__: null, enumerable: true });
}

module.exports = { Navigator, navigator: new Navigator(kConstruct) };
