'use strict';

const net = require('node:net');

/**
 * Sends text to a server on a fresh connection and gives all that comes back, once the server has ended it.
 * @param {string[]} pieces each sent when the one before has left
 */
function exchange(port, pieces, callback) {
  let answer = '';
  const socket = net.connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  socket.on('data', (text) => { answer += text; });
  socket.on('error', () => {});
  socket.on('close', () => callback(answer));
  const send = () => {
    const piece = pieces.shift();
    if (piece !== undefined) socket.write(piece, 'latin1', () => setImmediate(send));
  };
  socket.on('connect', send);
  return socket;
}

/** The answer without its Date. */
function undated(answer) {
  return answer.replace(/Date: [^\r]+\r\n/g, '');
}

module.exports = { exchange, undated };
