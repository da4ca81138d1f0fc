'use strict';

/**
 * What an expression gives, as far as it can be known without running any code of a program's: no calls, no getters, no proxies, no
 * assignments. Completion asks while a line is being typed.
 */

const { Script } = require('vm');
const { isProxy } = require('internal/util/types');
const { parseExpressionAt } = require('internal/repl/parser');

/** What stands for a value that is not known. */
const UNKNOWN = Symbol('unknown');

/** Leaves an expression whose value is not known. */
class Unknown extends Error {}

function unknown() {
  throw new Unknown();
}

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A primitive, or a reason to give up: objects have conversions of their own. */
function primitive(value) {
  return isObject(value) ? unknown() : value;
}

/** A property's value, if no code runs to get it. */
function member(object, key) {
  if (object === null || object === undefined) unknown();
  for (let holder = Object(object); holder !== null; holder = Object.getPrototypeOf(holder)) {
    if (isProxy(holder)) unknown();
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) return 'value' in descriptor ? descriptor.value : unknown();
  }
  return undefined;
}

class Evaluation {
  constructor(repl) {
    this.repl = repl;
  }

  value(node) {
    const rule = rules[node.type];
    return rule === undefined ? unknown() : rule(this, node);
  }

  /** A script's value in the server's context: of a name, which runs no code. */
  named(name) {
    const { context, useGlobal } = this.repl;
    const descriptor = Object.getOwnPropertyDescriptor(context, name);
    if (descriptor?.get !== undefined && name !== '_' && name !== '_error') unknown();
    const script = new Script(name, { filename: 'completion' });
    try {
      return useGlobal ? script.runInThisContext() : script.runInContext(context);
    } catch {
      return unknown();   // it is not defined, or not yet
    }
  }

  key({ computed, property }) {
    if (!computed) return property.type === 'Identifier' ? property.name : unknown();
    const key = primitive(this.value(property));
    return typeof key === 'symbol' ? key : `${key}`;
  }
}

const unary = {
  '__proto__': null,
  'typeof': (value) => typeof value,
  'void': () => undefined,
  '!': (value) => !value,
  '+': (value) => +primitive(value),
  '-': (value) => -primitive(value),
  '~': (value) => ~primitive(value),
};

const binary = {
  '__proto__': null,
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '**': (a, b) => a ** b,
  '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b,
  '==': (a, b) => a == b, '!=': (a, b) => a != b,   // eslint-disable-line eqeqeq
  '&': (a, b) => a & b, '|': (a, b) => a | b, '^': (a, b) => a ^ b, '<<': (a, b) => a << b, '>>': (a, b) => a >> b, '>>>': (a, b) => a >>> b,
};

const rules = {
  __proto__: null,
  Identifier: (evaluation, { name }) => (name === 'undefined' ? undefined : evaluation.named(name)),
  ThisExpression: ({ repl }) => repl.context,
  Literal: (evaluation, { value }) => value,
  TemplateLiteral: (evaluation, { quasis, expressions }) => quasis.map(({ value }, i) =>
    value.cooked + (i < expressions.length ? `${primitive(evaluation.value(expressions[i]))}` : '')).join(''),
  ArrayExpression: (evaluation, { elements }) => elements.map((element) => (element === null ? unknown() : evaluation.value(element))),
  ObjectExpression: (evaluation, { properties }) => Object.fromEntries(properties.map((property) => {
    if (property.type !== 'Property' || property.kind !== 'init') unknown();
    const { computed, key, value } = property;
    const name = computed ? evaluation.key({ computed, property: key }) : key.name ?? `${key.value}`;
    return [name, value.type.endsWith('FunctionExpression') ? () => {} : evaluation.value(value)];
  })),
  ChainExpression: (evaluation, { expression }) => evaluation.value(expression),
  MemberExpression: (evaluation, node) => {
    const object = evaluation.value(node.object);
    if (node.optional && (object === null || object === undefined)) return undefined;
    return member(object, evaluation.key(node));
  },
  UnaryExpression: (evaluation, { operator, argument }) => (unary[operator] ?? unknown)(evaluation.value(argument)),
  BinaryExpression(evaluation, { operator, left, right }) {
    if (left.type === 'PrivateIdentifier') unknown();
    const a = evaluation.value(left);
    const b = evaluation.value(right);
    if (operator === '===') return a === b;
    if (operator === '!==') return a !== b;
    return (binary[operator] ?? unknown)(primitive(a), primitive(b));
  },
  LogicalExpression(evaluation, { operator, left, right }) {
    const value = evaluation.value(left);
    const goesOn = operator === '&&' ? value : operator === '||' ? !value : value === null || value === undefined;
    return goesOn ? evaluation.value(right) : value;
  },
  ConditionalExpression: (evaluation, { test, consequent, alternate }) =>
    evaluation.value(evaluation.value(test) ? consequent : alternate),
  SequenceExpression: (evaluation, { expressions }) => expressions.map((expression) => evaluation.value(expression)).at(-1),
};

/** @returns the value of an expression's text, or `UNKNOWN` */
function valueOf(repl, text) {
  const evaluation = new Evaluation(repl);
  try {
    const value = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) ? evaluation.named(text) : evaluation.value(treeOf(text));
    return isObject(value) && isProxy(value) ? UNKNOWN : value;
  } catch (error) {
    if (error instanceof Unknown) return UNKNOWN;
    throw error;
  }
}

function treeOf(text) {
  let tree;
  try {
    tree = parseExpressionAt(text, 0);
  } catch {
    unknown();   // no expression
  }
  return text.slice(tree.end).replace(/\)/g, '').trim() === '' ? tree : unknown();
}

module.exports = { UNKNOWN, valueOf };
