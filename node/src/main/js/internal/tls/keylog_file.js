'use strict';

/** `--tls-keylog`: the keys of all connections, in a file, for those who have to look into them. */

const { getOption } = require('internal/options');

let warned = false;

function attach(socket) {
  const file = getOption('--tls-keylog');
  if (!file) return;
  if (!warned) {
    warned = true;
    process.emitWarning('Using --tls-keylog makes TLS connections insecure by writing secret key material to file ' + file);
  }
  socket.on('keylog', (line) => require('fs').appendFileSync(file, line, { mode: 0o600 }));
}

module.exports = { attach };
