'use strict';

/** Makes `keypress` events of what a terminal sends. */

const ESCAPE = '\x1b';
const kDecoder = Symbol('keypress-decoder');
const kKeys = Symbol('escape-decoder');

// The code of a sequence, without its introduction and modifier → the key.
const names = { __proto__: null };

function keys(name, ...codes) {
  for (const code of codes) names[code] = [name, 0];
}

const SHIFT = 1;
const CTRL = 4;

keys('f1', 'OP', '[P', '[11~', '[[A');
keys('f2', 'OQ', '[Q', '[12~', '[[B');
keys('f3', 'OR', '[R', '[13~', '[[C');
keys('f4', 'OS', '[S', '[14~', '[[D');
keys('f5', '[15~', '[[E');
keys('f6', '[17~');
keys('f7', '[18~');
keys('f8', '[19~');
keys('f9', '[20~');
keys('f10', '[21~');
keys('f11', '[23~');
keys('f12', '[24~');
keys('paste-start', '[200~');
keys('paste-end', '[201~');
keys('up', '[A', 'OA');
keys('down', '[B', 'OB');
keys('right', '[C', 'OC');
keys('left', '[D', 'OD');
keys('clear', '[E', 'OE');
keys('end', '[F', 'OF', '[4~', '[8~');
keys('home', '[H', 'OH', '[1~', '[7~');
keys('insert', '[2~');
keys('delete', '[3~');
keys('pageup', '[5~', '[[5~');
keys('pagedown', '[6~', '[[6~');
// rxvt has letters and endings of its own for keys with a modifier.
for (const [letter, name] of Object.entries({ a: 'up', b: 'down', c: 'right', d: 'left', e: 'clear' })) {
  names[`[${letter}`] = [name, SHIFT];
  names[`O${letter}`] = [name, CTRL];
}
for (const [digit, name] of Object.entries({ 2: 'insert', 3: 'delete', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' })) {
  names[`[${digit}$`] = [name, SHIFT];
  names[`[${digit}^`] = [name, CTRL];
}
names['[Z'] = ['tab', SHIFT];

function isDigit(ch) {
  return ch >= '0' && ch <= '9';
}

/** The number of code units of the character at an index, 1 at the end. */
function charLengthAt(text, i) {
  return i < text.length && text.codePointAt(i) > 0xffff ? 2 : 1;
}

/** The number of code units of the character before an index, 0 at the beginning. */
function charLengthLeft(text, i) {
  if (i <= 0) return 0;
  return (i > 1 && text.codePointAt(i - 2) > 0xffff) || text.codePointAt(i - 1) > 0xffff ? 2 : 1;
}

/** Is given one character after the other, and emits a key whenever they make one. An empty one ends a sequence. */
function* decodeKeys(stream) {
  for (;;) {
    let ch = yield;
    let sequence = ch;
    let escaped = false;
    const key = { sequence: null, name: undefined, ctrl: false, meta: false, shift: false };
    if (ch === ESCAPE) {
      escaped = true;
      sequence += (ch = yield);
      if (ch === ESCAPE) sequence += (ch = yield);
    }
    if (escaped && (ch === 'O' || ch === '[')) {
      let code = ch;
      let modifier = 0;
      if (ch === 'O') {
        // ESC O letter, or ESC O modifier letter
        sequence += (ch = yield);
        if (isDigit(ch)) {
          modifier = Number(ch) - 1;
          sequence += (ch = yield);
        }
        code += ch;
      } else {
        sequence += (ch = yield);
        if (ch === '[') {
          // ESC [ [ letter: the Linux console's function keys
          code += ch;
          sequence += (ch = yield);
        }
        const start = sequence.length - 1;
        // ESC [ number ; modifier ending, where either number and the modifier may be missing
        for (let digits = 0; digits < 3 && isDigit(ch); digits++) sequence += (ch = yield);
        if (ch === ';') {
          sequence += (ch = yield);
          if (isDigit(ch)) sequence += (ch = yield);
        }
        const command = sequence.slice(start);
        let match;
        if ((match = /^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/.exec(command)) !== null) {
          if (match[4] !== undefined) {
            code += match[4];
          } else {
            code += match[1] + match[3];
            modifier = (match[2] ?? 1) - 1;
          }
        } else if ((match = /^(?:(?:\d;)?(\d))?([A-Za-z])$/.exec(command)) !== null) {
          code += match[2];
          modifier = (match[1] ?? 1) - 1;
        } else {
          code += command;
        }
      }
      key.ctrl = (modifier & 4) !== 0;
      key.meta = (modifier & 10) !== 0;
      key.shift = (modifier & 1) !== 0;
      key.code = code;
      nameSequence(key, code);
    } else {
      nameCharacter(key, ch, escaped);
    }
    key.sequence = sequence;
    if (sequence.length !== 0 && (key.name !== undefined || escaped)) {
      stream.emit('keypress', escaped ? undefined : sequence, key);
    } else if (charLengthAt(sequence, 0) === sequence.length) {
      stream.emit('keypress', sequence, key);
    }
    // What is no sequence that anybody knows is dropped.
  }
}

function nameSequence(key, code) {
  const known = names[code];
  if (known === undefined) {
    key.name = 'undefined';
    return;
  }
  [key.name] = known;
  if (known[1] === SHIFT) key.shift = true;
  if (known[1] === CTRL) key.ctrl = true;
}

const plain = { '\r': 'return', '\n': 'enter', '\b': 'backspace', '\x7f': 'backspace', [ESCAPE]: 'escape', ' ': 'space' };

function nameCharacter(key, ch, escaped) {
  if (ch === '\t') {
    key.name = 'tab';
    key.meta = escaped;
  } else if (Object.hasOwn(plain, ch)) {
    key.name = plain[ch];
    key.meta = escaped;
  } else if (!escaped && ch <= '\x1a') {
    key.name = String.fromCharCode(ch.charCodeAt(0) + 0x60);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(ch)) {
    key.name = ch.toLowerCase();
    key.shift = ch >= 'A' && ch <= 'Z';
    key.meta = escaped;
  } else if (escaped) {
    key.name = ch.length > 0 ? undefined : 'escape';
    key.meta = true;
  }
}

/**
 * From now on a stream emits `keypress` while anybody listens to it.
 * @param {object} [iface] the Interface: its `escapeCodeTimeout` says how long a lone escape may be the begin of a
 *   sequence
 */
function emitKeypressEvents(stream, iface = {}) {
  if (stream[kDecoder]) return;
  stream[kDecoder] = new (require('string_decoder').StringDecoder)('utf8');
  start();
  const { escapeCodeTimeout = 500 } = iface;
  let timeout;

  function start() {
    stream[kKeys] = decodeKeys(stream);
    stream[kKeys].next();
  }

  function onData(input) {
    if (stream.listenerCount('keypress') === 0) {
      // Nobody cares: what comes now is not decoded.
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
      return;
    }
    const text = stream[kDecoder].write(input);
    if (!text) return;
    clearTimeout(timeout);
    iface.sawKeyPress = charLengthAt(text, 0) === text.length;
    iface.isCompletionEnabled = false;
    let length = 0;
    for (const ch of text) {
      length += ch.length;
      // Text that is pasted completes nothing, except at its end.
      if (length === text.length) iface.isCompletionEnabled = true;
      try {
        stream[kKeys].next(ch);
        if (length === text.length && ch === ESCAPE) timeout = setTimeout(() => stream[kKeys].next(''), escapeCodeTimeout);
      } catch (error) {
        start();
        throw error;
      }
    }
  }

  function onNewListener(event) {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  }

  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

module.exports = { charLengthAt, charLengthLeft, emitKeypressEvents };
