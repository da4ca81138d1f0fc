'use strict';

/** What a key does on a terminal that cannot move its cursor: there is no editing. */
function ttyWrite(text, key) {
  key ??= {};
  if (key.name === 'escape') return;
  if (this._sawReturnAt && key.name !== 'enter') this._sawReturnAt = 0;
  if (key.ctrl) {
    if (key.name === 'c') {
      if (this.listenerCount('SIGINT') > 0) this.emit('SIGINT');
      else this.close();
      return;
    }
    if (key.name === 'd') {
      this.close();
      return;
    }
  }
  if (key.name === 'return') {
    this._sawReturnAt = Date.now();
    this._line();
  } else if (key.name === 'enter') {
    if (this._sawReturnAt === 0 || Date.now() - this._sawReturnAt > this.crlfDelay) this._line();
    this._sawReturnAt = 0;
  } else if (typeof text === 'string' && text) {
    this.line += text;
    this.cursor += text.length;
    this._writeToOutput(text);
  }
}

module.exports = { ttyWrite };
