'use strict';

/** Tunnels through a proxy: a connection to it that becomes one to a server (CONNECT, RFC 9110, section 9.3.6). */

const { isIPv6 } = require('net');
const { kOpensTunnel } = require('internal/http/symbols');

/** How long the rest of a refusal is waited for, in milliseconds. */
const LEAVE_TIMEOUT = 1000;

const END_OF_HEAD = '\r\n\r\n';

/** @returns {string} host and port as CONNECT has them */
function endpointOf({ host = 'localhost', port }) {
  const endpoint = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  require('internal/http/fields').validateHeaderValue('Host', endpoint);
  return endpoint;
}

/**
 * Connects to a proxy and asks for a tunnel.
 * @param {ProxyConfig} proxy
 * @param {string} endpoint see {@link endpointOf}
 * @param {Array<[string, string]>} fields of the request
 * @param {number | undefined} timeout milliseconds in which nothing moves
 * @param {(error: Error | null, socket: net.Socket) => void} done once. ERR_PROXY_TUNNEL has a `statusCode` if the proxy has answered (NaN:
 * not in HTTP), and a `proxyTunnelTimeout` in milliseconds if it was too slow
 * @returns {net.Socket} the connection; whoever destroys it ends the attempt
 */
function openTunnel(proxy, endpoint, fields, timeout, done) {
  let received = Buffer.alloc(0);
  const socket = proxy.connect(() => {
    socket.write(`CONNECT ${endpoint} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  });
  socket[kOpensTunnel] = true;
  const finish = (error) => {
    for (const [event, listener] of listeners) socket.removeListener(event, listener);
    socket[kOpensTunnel] = false;
    if (error) {
      // Whatever befalls it now has no one to tell.
      socket.on('error', () => {});
      if (error.statusCode === undefined) socket.destroy();
      else leave(socket);
    } else {
      socket.setTimeout(0);
    }
    done(error, socket);
  };
  const onReadable = () => {
    const bytes = socket.read();
    if (bytes === null) return;
    received = Buffer.concat([received, bytes]);
    const end = received.indexOf(END_OF_HEAD);
    if (end === -1) {
      const isTooLong = received.length > require('internal/http/limits').maxHeaderSize();
      if (isTooLong) finish(refusal(endpoint, proxy, 'the head of the answer is too long', NaN));
      return;
    }
    const line = received.latin1Slice(0, received.indexOf('\r\n'));
    const status = Number(/^HTTP\/\d\.\d (\d+)/.exec(line)?.[1]);
    if (status !== 200) {
      finish(refusal(endpoint, proxy, line, status));
      return;
    }
    const rest = received.subarray(end + END_OF_HEAD.length);
    if (rest.length > 0) socket.unshift(rest);
    finish(null);
  };
  const onEnd = () => finish(failure('Connection to establish proxy tunnel ended unexpectedly'));
  const onTimeout = () => {
    const error = failure(`Connection to establish proxy tunnel timed out after ${timeout}ms`);
    error.proxyTunnelTimeout = timeout;
    finish(error);
  };
  const listeners = [['readable', onReadable], ['end', onEnd], ['close', onEnd], ['error', finish], ['timeout', onTimeout]];
  for (const [event, listener] of listeners) socket.on(event, listener);
  if (timeout) socket.setTimeout(timeout);
  return socket;
}

/** Ends a connection whose proxy has refused. Its answer may have content, and closing before that has come would reset the connection. */
function leave(socket) {
  socket.resume();
  socket.end();
  socket.on('end', () => socket.destroy());
  socket.setTimeout(LEAVE_TIMEOUT, () => socket.destroy());
}

function refusal(endpoint, proxy, reason, status) {
  const error = failure(`Failed to establish tunnel to ${endpoint} via ${proxy.href}: ${reason}`);
  error.statusCode = status;
  return error;
}

function failure(message) {
  return new (require('internal/errors').ERR_PROXY_TUNNEL)(message);
}

module.exports = { endpointOf, openTunnel };
