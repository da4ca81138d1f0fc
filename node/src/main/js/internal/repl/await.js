'use strict';

/**
 * Text with `await` at its top level, as a script: its statements become the body of an async function, and what they declare is declared
 * in front of it, so that it is there for the lines to come.
 */

const { parse } = require('internal/repl/parser');
const { Recoverable } = require('internal/repl/modes');

const BEGIN = '(async () => { ';
const END = ' })()';

/** Edits of a text by the positions that it had at first. */
class Edits {
  #edits = [];

  /** Puts `text` in the place of what stands between two positions. */
  replace(start, end, text) {
    this.#edits.push({ start, end, text, order: this.#edits.length });
  }

  insert(at, text) {
    this.replace(at, at, text);
  }

  apply(text) {
    let result = '';
    let at = 0;
    for (const edit of this.#edits.sort((a, b) => a.start - b.start || a.order - b.order)) {
      result += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return result + text.slice(at);
  }
}

/** What the statements of a text declare and contain. */
class Statements {
  edits = new Edits();
  /** Declarations to be put in front. */
  hoisted = [];
  awaits = false;
  returns = false;

  constructor(text, body) {
    this.text = text;
    this.body = body;
  }

  walk(node, parent) {
    const visit = visitors[node.type];
    if (visit !== undefined && visit(this, node, parent) === SKIP) return;
    this.walkChildren(node);
  }

  walkChildren(node) {
    for (const key in node) {
      const child = node[key];
      if (Array.isArray(child)) {
        for (const element of child) if (isNode(element)) this.walk(element, node);
      } else if (isNode(child)) {
        this.walk(child, node);
      }
    }
  }

  /** Makes assignments of the declarators of a declaration. */
  assign(declaration) {
    const { edits } = this;
    const { kind, start, declarations } = declaration;
    const several = declarations.length > 1;
    edits.replace(start, start + kind.length, several ? 'void (' : 'void');
    for (const declarator of declarations) {
      edits.insert(declarator.start, '(');
      edits.insert(declarator.end, declarator.init === null ? '=undefined)' : ')');
    }
    if (several) edits.insert(declarations.at(-1).end, ')');
  }

  /** Has the last statement, where it is an expression, return its value. It is kept in an object: a promise would be awaited. */
  returnLast() {
    const last = this.body.body.findLast((statement) => statement.type !== 'EmptyStatement');
    if (last?.type !== 'ExpressionStatement') return;
    const { start, end } = last.expression;
    this.edits.insert(last.start, 'return ');
    this.edits.insert(start, '{ value: (');
    this.edits.insert(end, ') }');
  }
}

const SKIP = Symbol('skip');

function isNode(value) {
  return typeof value === 'object' && value !== null && typeof value.type === 'string';
}

const isLoopHead = (node, parent) => (parent.type === 'ForOfStatement' || parent.type === 'ForInStatement') && parent.left === node;

const skip = () => SKIP;

const visitors = {
  __proto__: null,
  ArrowFunctionExpression: skip,
  FunctionExpression: skip,
  MethodDefinition: skip,
  AwaitExpression(statements) {
    statements.awaits = true;
  },
  ReturnStatement(statements) {
    statements.returns = true;
  },
  ForOfStatement(statements, node) {
    if (node.await) statements.awaits = true;
  },
  FunctionDeclaration(statements, node) {
    const { name } = node.id;
    statements.edits.insert(node.start, `this.${name} = ${name}; `);
    statements.hoisted.push(`var ${name}; `);
    return SKIP;
  },
  ClassDeclaration(statements, node, parent) {
    if (parent !== statements.body) return;
    const { name } = node.id;
    statements.edits.insert(node.start, `${name}=`);
    statements.hoisted.push(`let ${name}; `);
  },
  VariableDeclaration(statements, node, parent) {
    const { kind } = node;
    if (kind !== 'var' && parent !== statements.body) return;
    const names = node.declarations.flatMap((declarator) => namesOf(declarator.id));
    if (names.length > 0) statements.hoisted.push(`${kind === 'var' ? 'var' : 'let'} ${names.join(', ')}; `);
    if (isLoopHead(node, parent)) statements.edits.replace(node.start, node.declarations[0].start, '');
    else statements.assign(node);
  },
};

/** The names that a pattern binds. */
function namesOf(pattern) {
  switch (pattern?.type) {
    case 'Identifier': return [pattern.name];
    case 'ObjectPattern': return pattern.properties.flatMap((property) => namesOf(property.value ?? property.argument));
    case 'ArrayPattern': return pattern.elements.flatMap(namesOf);
    case 'AssignmentPattern': return namesOf(pattern.left);
    case 'RestElement': return namesOf(pattern.argument);
    default: return [];
  }
}

/** The SyntaxError to show for what acorn found wrong, with the line and a caret. */
function syntaxError({ message, pos, loc }, text) {
  const at = pos - BEGIN.length;
  const line = text.split('\n')[loc.line - 1];
  const column = loc.line === 1 ? loc.column - BEGIN.length : loc.column;
  let words = message.replace(/ \([^)]+\)/, '');
  if (words === 'Unexpected token') words = at < text.length ? `${words} '${text[at]}'` : 'Unexpected end of input';
  return new SyntaxError(`\n${line}\n${' '.repeat(column)}^\n\n${words}`);
}

/**
 * @param {string} text
 * @returns {string | null} a script whose value is a promise of `{ value }`, or of undefined; null where nothing is awaited
 * @throws {Recoverable} where the text is unfinished
 * @throws {SyntaxError}
 */
function processTopLevelAwait(text) {
  const wrapped = BEGIN + text + END;
  let tree;
  try {
    tree = parse(wrapped);
  } catch (error) {
    if (error.message.startsWith('Unterminated ')) throw new Recoverable(error);
    const shown = syntaxError(error, text);
    // What is wrong only with the function's end may be right with more text.
    if (error.pos >= BEGIN.length + text.length) throw new Recoverable(shown);
    throw shown;
  }
  if (tree.body.length !== 1) return null;
  const { body } = tree.body[0].expression.callee;
  const statements = new Statements(wrapped, body);
  statements.walkChildren(body);
  // A return is for nobody: the engine says so when the text is run as it is.
  if (!statements.awaits || statements.returns) return null;
  statements.returnLast();
  return statements.hoisted.join('') + statements.edits.apply(wrapped);
}

module.exports = { processTopLevelAwait };
