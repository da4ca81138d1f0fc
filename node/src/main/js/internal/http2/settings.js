'use strict';

/** Settings of HTTP/2 as objects and as the payload of a SETTINGS frame: RFC 9113, section 6.5.1; RFC 8441. */

const errors = require('internal/errors');
const { DEFAULT_SETTINGS_HEADER_TABLE_SIZE, DEFAULT_SETTINGS_INITIAL_WINDOW_SIZE, DEFAULT_SETTINGS_MAX_CONCURRENT_STREAMS,
  DEFAULT_SETTINGS_MAX_FRAME_SIZE, DEFAULT_SETTINGS_MAX_HEADER_LIST_SIZE, MAX_INITIAL_WINDOW_SIZE, MAX_MAX_FRAME_SIZE,
  MIN_MAX_FRAME_SIZE } = require('internal/http2/constants');

const ENTRY_BYTES = 6;
const MAX_VALUE = 2 ** 32 - 1;
const MAX_ID = 0xffff;
const MAX_CUSTOM = 10;

/** Identifier, name, least and most value; those without a range are boolean. Sorted by identifier, as they are sent. */
const TABLE = [
  { id: 1, name: 'headerTableSize', min: 0, max: MAX_VALUE },
  { id: 2, name: 'enablePush' },
  { id: 3, name: 'maxConcurrentStreams', min: 0, max: MAX_VALUE },
  { id: 4, name: 'initialWindowSize', min: 0, max: MAX_VALUE },
  { id: 5, name: 'maxFrameSize', min: MIN_MAX_FRAME_SIZE, max: MAX_MAX_FRAME_SIZE },
  { id: 6, name: 'maxHeaderListSize', min: 0, max: MAX_VALUE },
  { id: 8, name: 'enableConnectProtocol' },
];

function defaultSettings() {
  return {
    __proto__: null,
    headerTableSize: DEFAULT_SETTINGS_HEADER_TABLE_SIZE,
    enablePush: true,
    initialWindowSize: DEFAULT_SETTINGS_INITIAL_WINDOW_SIZE,
    maxFrameSize: DEFAULT_SETTINGS_MAX_FRAME_SIZE,
    maxConcurrentStreams: DEFAULT_SETTINGS_MAX_CONCURRENT_STREAMS,
    maxHeaderSize: DEFAULT_SETTINGS_MAX_HEADER_LIST_SIZE,
    maxHeaderListSize: DEFAULT_SETTINGS_MAX_HEADER_LIST_SIZE,
    enableConnectProtocol: false,
  };
}

function checkRange(name, value, min, max) {
  if (value !== undefined && (typeof value !== 'number' || value < min || value > max)) {
    throw new errors.ERR_HTTP2_INVALID_SETTING_VALUE.RangeError(name, value, min, max);
  }
}

function check(settings) {
  for (const { name, min, max } of TABLE) {
    const value = settings[name];
    if (min !== undefined) checkRange(name, value, min, max);
    else if (value !== undefined && typeof value !== 'boolean') throw new errors.ERR_HTTP2_INVALID_SETTING_VALUE(name, value);
  }
  checkRange('maxHeaderSize', settings.maxHeaderSize, 0, MAX_VALUE);
}

/** @returns {Array<[number, number]>} identifiers and values of settings that have no name */
function customEntries(custom) {
  if (custom === undefined) return [];
  const entries = Object.entries(custom);
  if (entries.length > MAX_CUSTOM) throw new errors.ERR_HTTP2_TOO_MANY_CUSTOM_SETTINGS();
  return entries.map(([key, value]) => {
    const id = Number(key);
    // This is what the error says.
    if (!(id > 0)) throw new errors.ERR_HTTP2_INVALID_SETTING_VALUE.RangeError('Range Error', id, 0, MAX_ID);
    checkRange('customSettings:id', id, 0, MAX_ID);
    checkRange('customSettings:value', value, 0, MAX_VALUE);
    return [id, value];
  });
}

/** Whether a peer that follows the protocol would take them. */
function isSendable(entries) {
  return entries.every(([id, value]) => {
    const row = TABLE.find((r) => r.id === id);
    if (row === undefined) return true;
    if (row.name === 'initialWindowSize') return value <= MAX_INITIAL_WINDOW_SIZE;
    return row.name !== 'maxFrameSize' || value >= MIN_MAX_FRAME_SIZE;
  });
}

function pack(settings) {
  if (settings === undefined) return Buffer.alloc(0);
  if (settings === null || typeof settings !== 'object' || Array.isArray(settings)) {
    throw new errors.ERR_INVALID_ARG_TYPE('settings', 'object', settings);
  }
  check(settings);
  const given = { ...settings };
  if (given.maxHeaderSize !== undefined) {
    if (given.maxHeaderListSize !== undefined && given.maxHeaderListSize !== given.maxHeaderSize) {
      process.emitWarning('settings.maxHeaderSize overwrite settings.maxHeaderListSize');
    }
    given.maxHeaderListSize = given.maxHeaderSize;
  }
  const entries = TABLE.filter(({ name }) => given[name] !== undefined).map(({ id, name }) => [id, Number(given[name]) >>> 0]);
  entries.push(...customEntries(given.customSettings));
  if (!isSendable(entries)) return undefined;
  const payload = Buffer.alloc(entries.length * ENTRY_BYTES);
  entries.forEach(([id, value], i) => {
    payload.writeUInt16BE(id, i * ENTRY_BYTES);
    payload.writeUInt32BE(value >>> 0, i * ENTRY_BYTES + 2);
  });
  return payload;
}

/**
 * What a session is to send, and the identifiers of those without a name.
 * @returns {{entries: number[], custom: number[]}} identifiers and values in turn
 */
function entriesOf(settings) {
  const custom = customEntries(settings.customSettings);
  const given = settings.maxHeaderSize === undefined ? settings : { ...settings, maxHeaderListSize: settings.maxHeaderSize };
  checkRange('initialWindowSize', given.initialWindowSize, 0, MAX_INITIAL_WINDOW_SIZE);
  const named = TABLE.filter(({ name }) => given[name] !== undefined).map(({ id, name }) => [id, Number(given[name]) >>> 0]);
  return { entries: [...named, ...custom].flat(), custom: custom.map(([id]) => id) };
}

/** What holds in a session, for one side. @param {number[]|undefined} custom identifiers of settings without a name */
function read(natives, session, local, custom = []) {
  const ids = TABLE.map(({ id }) => id);
  const values = natives.readSettings(session, local, [...ids, ...custom]);
  const settings = defaultSettings();
  TABLE.forEach(({ name, min }, i) => { settings[name] = min === undefined ? values[i] !== 0 : values[i]; });
  settings.maxHeaderSize = settings.maxHeaderListSize;
  custom.forEach((id, i) => {
    const value = values[ids.length + i];
    if (value < 0) return;
    settings.customSettings ??= {};
    settings.customSettings[id] = value;
  });
  return settings;
}

function unpack(buf, options) {
  if (!ArrayBuffer.isView(buf) || buf instanceof DataView) throw new errors.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray'], buf);
  if (buf.length % ENTRY_BYTES !== 0) throw new errors.ERR_HTTP2_INVALID_PACKED_SETTINGS_LENGTH();
  const settings = { __proto__: null };
  for (let at = 0; at < buf.length; at += ENTRY_BYTES) {
    const id = (buf[at] & 0xff) << 8 | buf[at + 1] & 0xff;
    const value = [2, 3, 4, 5].reduce((sum, i) => sum * 0x100 + (buf[at + i] & 0xff), 0);
    const row = TABLE.find((r) => r.id === id);
    if (row === undefined) {
      settings.customSettings ??= {};
      settings.customSettings[id] = value;
      continue;
    }
    if (row.name === 'maxHeaderListSize') settings.maxHeaderSize = value;
    settings[row.name] = row.min === undefined ? value !== 0 : value;
  }
  if (options?.validate) check(settings);
  return settings;
}

module.exports = { check, defaultSettings, entriesOf, pack, read, unpack };
