'use strict';

/*
 * Source maps of the program's files: found where a file is compiled, read when a stack or the program asks. While they are enabled,
 * stacks name the original files.
 */

const { customization } = require('internal/modules/cjs/loader');
const { mapStacks } = binding('util');
const { fileURLToPath, pathToFileURL } = require('url');

const REFERENCE = /\/[*/]#[ \t]+sourceMappingURL=(\S+)/g;
const OWN_NAME = /\/[*/]#[ \t]+sourceURL=(\S+)/;
const FRAME = /^( {4}at (?:async )?)(?:(.*) \()?((?:file:\/\/)?[^()]*):(\d+):(\d+)(\)?)$/;
const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/s;

let support = Object.freeze({ __proto__: null, enabled: false, nodeModules: false, generatedCode: false });

/** URL of a compiled file, and the name that it gives itself → `{ url, content, reference }`, with `map` once that was asked for. */
const known = new Map();

function isLeftOut(file) {
  return !support.nodeModules && /[/\\]node_modules[/\\]/.test(file);
}

function urlOf(file) {
  return /^(?:file|data):/.test(file) ? file : pathToFileURL(file).href;
}

/** Notes a file that is compiled, if it names a map. */
function note(file, content) {
  if (!content.includes('sourceMappingURL=') || isLeftOut(file)) return;
  let reference;
  for (const match of content.matchAll(REFERENCE)) [, reference] = match;
  if (reference === undefined) return;
  const url = urlOf(file);
  const generated = { url, content, reference, map: undefined };
  known.set(url, generated);
  const ownName = OWN_NAME.exec(content)?.[1];
  if (ownName !== undefined) known.set(urlOf(ownName), generated);   // the engine calls it so in stacks
}

/** The text of a map; undefined where it cannot be read. */
function payloadText(reference, url) {
  const data = DATA.exec(reference);
  try {
    if (data !== null) return data[1] ? Buffer.from(data[2], 'base64').toString() : decodeURIComponent(data[2]);
    return require('fs').readFileSync(fileURLToPath(new URL(reference, url)), 'utf8');
  } catch {
    return undefined;   // a map that is not there is no failure of the program
  }
}

function read({ url, content, reference }) {
  const text = payloadText(reference, url);
  if (text === undefined) return null;
  let payload;
  try {
    payload = JSON.parse(text);
  } catch {
    return null;
  }
  const base = DATA.test(reference) ? url : new URL(reference, url).href;
  for (const map of payload.sections?.map((section) => section.map) ?? [payload]) makeAbsolute(map, base);
  const { SourceMap } = require('internal/source_map/source_map');
  return new SourceMap(payload, { lineLengths: content.replace(/\n$/, '').split('\n').map((line) => line.length) });
}

/** Has the sources of a map be URLs. */
function makeAbsolute(map, base) {
  const root = map.sourceRoot ? map.sourceRoot.replace(/\/?$/, '/') : '';
  map.sources = (map.sources ?? []).map((source) => {
    try {
      return new URL(root + source, base).href;
    } catch {
      return source;
    }
  });
  map.sourceRoot = '';
}

/**
 * The map of a file that the program has loaded while source maps were enabled.
 *
 * @param {string} path a path or URL
 * @returns {SourceMap | undefined}
 */
function findSourceMap(path) {
  require('internal/validators').validateString(path, 'path');
  return mapOf(known.get(urlOf(path)));
}

function mapOf(generated) {
  if (generated === undefined) return undefined;
  if (generated.map === undefined) generated.map = read(generated);
  return generated.map ?? undefined;
}

function pathOf(source) {
  return source.startsWith('file:') ? fileURLToPath(source) : source;
}

let mapping = false;

/** The text of a stack with the places of the original files. */
function mapStack(text) {
  if (mapping) return text;   // reading a map may fail itself
  mapping = true;
  try {
    const lines = text.split('\n');
    const entries = lines.map(entryOf);
    return lines.map((line, i) => (entries[i] === undefined ? line : mappedLine(line, entries[i], originalName(entries, i)))).join('\n');
  } finally {
    mapping = false;
  }
}

/** What a line of a stack comes from; undefined for one that no map knows. */
function entryOf(line) {
  const frame = FRAME.exec(line);
  if (frame === null) return undefined;
  const [, start, called, file, lineNumber, columnNumber] = frame;
  if (file.startsWith('node:') || isLeftOut(file)) return undefined;
  const generated = known.get(urlOf(file));
  const entry = mapOf(generated)?.findEntry(lineNumber - 1, columnNumber - 1);
  if (entry?.originalSource === undefined) return undefined;
  return { ...entry, start, called, generated, lineNumber: Number(lineNumber), columnNumber: Number(columnNumber) };
}

/** What the original calls the function of a frame: its definition's name, or else the one by which it is called. */
function originalName(entries, i) {
  const { called, generated } = entries[i];
  const caller = entries[i + 1];
  const name = nameOfDefinition(entries[i]) ?? (caller?.generated === generated ? caller.name : undefined);
  return name === undefined || called?.endsWith(`.${name}`) ? called : name;
}

/** The name that the map has for the function of a frame where that is defined, which is in the frame's line or above. */
function nameOfDefinition({ called, generated, lineNumber, columnNumber }) {
  if (called === undefined || !/^[\w$]+$/.test(called)) return undefined;
  const name = RegExp.escape(called);
  const definition = new RegExp(`function\\s*\\*?\\s+${name}\\b|(?<![\\w$.])${name}\\s*[=:]\\s*(?=async\\b|function\\b|\\()`, 'g');
  const lines = generated.content.split('\n').slice(0, lineNumber);
  lines[lineNumber - 1] = lines[lineNumber - 1].slice(0, columnNumber);
  for (let line = lineNumber - 1; line >= 0; line--) {
    const match = [...lines[line].matchAll(definition)].at(-1);
    if (match === undefined) continue;
    const start = match[0].startsWith('function') ? match.index : match.index + match[0].length;
    return generated.map.findEntry(line, start).name;
  }
  return undefined;
}

function mappedLine(line, { start, originalSource, originalLine, originalColumn }, name) {
  const place = `${pathOf(originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  return name === undefined ? start + place : `${start}${name} (${place})`;
}

/** A place with the text of its line, in the original file if a map knows it. */
function mapLocation(location) {
  if (!support.enabled || location === undefined || location.file.startsWith('node:') || isLeftOut(location.file)) return location;
  const map = findSourceMap(location.file);
  const { originalSource, originalLine, originalColumn } = map?.findEntry(location.line - 1, location.column - 1) ?? {};
  if (originalSource === undefined) return location;
  const text = sourceLines(map.payload, originalSource)?.[originalLine];
  if (text === undefined) return location;
  return { file: pathOf(originalSource), line: originalLine + 1, column: originalColumn + 1, text, length: 1 };
}

/** The lines of an original file: those that the map brings, or the file's. */
function sourceLines(payload, source) {
  const content = payload.sourcesContent?.[payload.sources.indexOf(source)];
  if (typeof content === 'string') return content.split(/\r?\n/);
  try {
    return require('fs').readFileSync(pathOf(source), 'utf8').split(/\r?\n/);
  } catch {
    return undefined;
  }
}

/** Has source maps be read from now on, or no more. */
function enable(enabled, nodeModules, generatedCode) {
  support = Object.freeze({ __proto__: null, enabled, nodeModules, generatedCode });
  customization.noteSource = enabled ? note : null;
  mapStacks(enabled ? mapStack : undefined);
}

/** @param {{nodeModules?: boolean, generatedCode?: boolean}} [options] which files' maps count too */
function setSourceMapsSupport(enabled, options = {}) {
  const { validateBoolean, validateObject } = require('internal/validators');
  validateBoolean(enabled, 'enabled');
  validateObject(options, 'options');
  const { nodeModules = false, generatedCode = false } = options;
  validateBoolean(nodeModules, 'options.nodeModules');
  validateBoolean(generatedCode, 'options.generatedCode');
  enable(enabled, nodeModules, generatedCode);
}

function getSourceMapsSupport() {
  return support;
}

module.exports = { enable, findSourceMap, getSourceMapsSupport, mapLocation, setSourceMapsSupport };
