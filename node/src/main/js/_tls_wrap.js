'use strict';

const { Server, createServer } = require('internal/tls/server');

module.exports = { TLSSocket: require('internal/tls/socket').TLSSocket, Server, createServer, connect: require('internal/tls/connect').connect };
