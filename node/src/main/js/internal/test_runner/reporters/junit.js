'use strict';

/** Test results in the XML that build servers read. */

const { inspect } = require('internal/util/inspect');

const escapes = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;', '\n': '' };
const attribute = (value) => `${value}`.replace(/[&"<>\n]/g, (c) => escapes[c]);
const content = (value) => `${value}`.replace(/[&<]/g, (c) => escapes[c]);
const comment = (value) => `${value}`.replaceAll('--', '&#45;&#45;');

function xml(node) {
  const indent = '\t'.repeat(node.nesting + 1);
  if (node.comment !== undefined) return `${indent}<!-- ${comment(node.comment)} -->\n`;
  if (node.text !== undefined) return `${indent}${content(node.text)}\n`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}="${attribute(value)}"`).join(' ');
  const begin = `${indent}<${node.tag} ${attributes}`;
  if (!node.children?.length) return `${begin}/>\n`;
  return `${begin}>\n${node.children.map(xml).join('')}${indent}</${node.tag}>\n`;
}

const isCase = (node) => node.tag === 'testcase';
const has = (node, tag) => node.children.some((child) => child.tag === tag);

class Report {
  #roots = [];
  #open = undefined;

  /** Everything is a case until it has something in it. */
  begin({ name, nesting, file, line, column }) {
    const parent = this.#open;
    const node = { __proto__: null, nesting, parent, children: [], tag: 'testcase', attributes: { __proto__: null, name } };
    node.place = file && `${file}:${line}:${column}`;
    if (parent === undefined) this.#roots.push(node);
    else parent.children.push(node);
    this.#open = node;
  }

  end({ nesting, details, skip, todo, name, file }, passed) {
    let node = this.#open;
    while (node !== undefined && node.nesting !== nesting) node = node.parent;
    if (node === undefined) return;
    this.#open = node.parent;
    const { error } = details;
    node.attributes.time = (details.duration_ms / 1000).toFixed(6);
    const tests = node.children.filter((child) => child.attributes !== undefined);
    if (details.type === 'suite' || tests.length > 0) {
      node.tag = 'testsuite';
      Object.assign(node.attributes, {
        disabled: 0, errors: 0, tests: tests.length, failures: tests.filter((child) => isCase(child) && has(child, 'failure')).length,
        skipped: tests.filter((child) => isCase(child) && has(child, 'skipped')).length, hostname: require('os').hostname(),
      });
      return;
    }
    node.attributes.classname = 'test';
    if (file) node.attributes.file = file;
    const inside = nesting + 1;
    if (skip !== undefined) node.children.push({ nesting: inside, tag: 'skipped', attributes: { type: 'skipped', message: skip }, children: [] });
    if (todo !== undefined) node.children.push({ nesting: inside, tag: 'skipped', attributes: { type: 'todo', message: todo }, children: [] });
    if (passed) return;
    const text = inspect(error);
    node.attributes.failure = error?.message ?? '';
    node.children.push({
      nesting: inside, tag: 'failure', attributes: { type: error?.failureType ?? error?.code, message: error?.message ?? '' },
      children: [{ nesting: inside + 1, text }],
    });
    if (name === undefined) node.attributes.name = '';
  }

  note(message) {
    const parent = this.#open;
    if (parent === undefined) this.#roots.push({ nesting: 0, comment: message });
    else parent.children.push({ nesting: parent.nesting + 1, comment: message });
  }

  *text() {
    for (const node of this.#roots) yield xml(node);
  }
}

async function* junit(source) {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield '<testsuites>\n';
  const report = new Report();
  for await (const { type, data } of source) {
    if (type === 'test:start') report.begin(data);
    else if (type === 'test:pass' || type === 'test:fail') report.end(data, type === 'test:pass');
    else if (type === 'test:diagnostic') report.note(data.message);
  }
  yield* report.text();
  yield '</testsuites>\n';
}

module.exports = junit;
