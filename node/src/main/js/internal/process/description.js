'use strict';

/* What `process` tells of the runtime. */

const { builtinModules } = binding('module');
const { libraryVersions } = binding('process');

const version = process.version.slice(1);

const versions = Object.freeze({ ...libraryVersions() });

const release = {
  name: 'node',
  lts: 'Krypton',
  sourceUrl: `https://nodejs.org/download/release/v${version}/node-v${version}.tar.gz`,
  headersUrl: `https://nodejs.org/download/release/v${version}/node-v${version}-headers.tar.gz`,
};

const features = {
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  tls_alpn: true,
  tls_sni: true,
  tls_ocsp: true,
  tls: true,
  openssl_is_boringssl: false,
  get cached_builtins() { return true; },
  get require_module() { return require('internal/options').getOption('--experimental-require-module'); },
  get typescript() { return require('internal/options').getOption('--strip-types') && 'strip'; },
};

const config = freezeDeep({
  target_defaults: { cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [] },
  variables: { asan: 0, napi_build_version: '10', node_builtin_modules: builtinModules().length, node_module_version: 137, node_shared: false, v8_enable_i18n_support: 1 },
});

function freezeDeep(object) {
  for (const value of Object.values(object)) if (typeof value === 'object') freezeDeep(value);
  return Object.freeze(object);
}

module.exports = { config, features, release, versions };
