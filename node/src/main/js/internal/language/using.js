'use strict';

/**
 * Rewrites `using` and `await using`, which the engine's language does not have, into `const` in a `try` whose `finally` disposes. Lines
 * stay what they are, columns move. What holds a block's resources is made by the text of a function that the caller brings.
 */

const { acorn } = require('internal/language/acorn');
const { rewriteTopLevel } = require('internal/language/using_module');

const FUNCTION_PROLOG = '(function () {';
const FUNCTION_EPILOG = '\n})';

/** Changes of a text, all in places of the original. */
class Edits {
  constructor(text) {
    this.text = text;
    this.list = [];
  }

  replace(start, end, text) {
    this.list.push({ start, end, text });
  }

  insert(at, text) {
    this.replace(at, at, text);
  }

  /** Takes something out and leaves its line ends. */
  blank(start, end) {
    this.replace(start, end, this.text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ''));
  }

  applied() {
    let result = '';
    let at = 0;
    // Those of one place stay in the order in which they came.
    for (const { start, end, text } of this.list.sort((a, b) => a.start - b.start)) {
      result += this.text.slice(at, start) + text;
      at = end;
    }
    return result + this.text.slice(at);
  }
}

const isUsing = (node) => node?.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using');

/** The rewriting of one text. */
class Rewriting {
  constructor(text, capability) {
    this.edits = new Edits(text);
    this.rewritten = false;
    // A name that the text does not have.
    this.name = '$using';
    while (text.includes(this.name)) this.name += '$';
    this.capability = capability;
  }

  /** Text that opens a block of resources; it stands before the block's statements. */
  open() {
    this.rewritten = true;
    return `const ${this.name} = (${this.capability})(); try {`;
  }

  /** @param {boolean} waits whether some of the resources are disposed of asynchronously */
  close(waits) {
    const { name } = this;
    const step = waits ? `while (${name}.step()) try { await ${name}.value; } catch (${name}e) { ${name}.fail(${name}e); }` : `${name}.step();`;
    return `} catch (${name}e) { ${name}.fail(${name}e); } finally { ${step} ${name}.end(); }`;
  }

  visit(node) {
    switch (node.type) {
      case 'BlockStatement':
      case 'StaticBlock':
        this.block(node);
        return;
      case 'LabeledStatement':
        this.loop(node, unlabelled(node));
        return;
      case 'ForStatement':
      case 'ForOfStatement':
        this.loop(node, node);
        return;
      case 'SwitchCase':
        if (node.consequent.some(isUsing)) throw new SyntaxError('using in a case');
    }
    this.children(node);
  }

  children(node) {
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (Array.isArray(child)) {
        for (const each of child) {
          if (typeof each?.type === 'string') this.visit(each);
        }
      } else if (typeof child?.type === 'string') {
        this.visit(child);
      }
    }
  }

  /** A block's statements, between its braces. */
  block(node) {
    const { body } = node;
    const own = body.filter(isUsing);
    if (own.length === 0) {
      this.children(node);
      return;
    }
    const first = body.find((statement) => statement.directive === undefined);
    this.edits.insert(first.start, this.open() + ' ');
    for (const declaration of own) this.declaration(declaration);
    this.children(node);
    this.edits.insert(body.at(-1).end, ' ' + this.close(own.some((d) => d.kind === 'await using')));
  }

  /** `using a = b` becomes `const a = $using.use(b)`. */
  declaration({ start, kind, declarations }) {
    this.edits.replace(start, declarations[0].start, 'const'.padEnd(declarations[0].start - start));
    for (const { init } of declarations) this.use(init, kind);
  }

  use(init, kind) {
    this.edits.insert(init.start, `${this.name}.${kind === 'using' ? 'use' : 'useAsync'}(`);
    this.edits.insert(init.end, ')');
  }

  /** A loop whose head declares resources: of the whole loop, or of each of its turns. @param {object} whole the loop and its labels */
  loop(whole, node) {
    const { edits, name } = this;
    if (node.type === 'ForStatement' && isUsing(node.init)) {
      edits.insert(whole.start, `{ ${this.open()} `);
      this.declaration(node.init);
      this.children(node);
      edits.insert(whole.end, ` ${this.close(node.init.kind === 'await using')} }`);
    } else if (node.type === 'ForOfStatement' && isUsing(node.left)) {
      const { left, body } = node;
      const { id } = left.declarations[0];
      const use = left.kind === 'using' ? 'use' : 'useAsync';
      edits.replace(left.start, id.end, `const ${name}v`);
      this.visit(node.right);
      edits.insert(body.start, `{ ${this.open()} const ${id.name} = ${name}.${use}(${name}v); `);
      this.visit(body);
      edits.insert(body.end, ` ${this.close(left.kind === 'await using')} }`);
    } else {
      this.children(whole);
    }
  }

  program(tree) {
    if (!tree.body.some(isUsing)) this.children(tree);
    else rewriteTopLevel(this, tree, tree.body.some((node) => node.kind === 'await using'));
  }
}

function unlabelled(node) {
  while (node.type === 'LabeledStatement') node = node.body;
  return node;
}

/**
 * @param {'SCRIPT' | 'FUNCTION' | 'MODULE'} goal what the text is parsed as
 * @param {string} capability see above
 * @returns {string | null} null if there is nothing to rewrite, or the text is wrong either way
 */
function translate(text, goal, capability) {
  const { parse } = acorn();
  const isFunction = goal === 'FUNCTION';
  const whole = isFunction ? FUNCTION_PROLOG + text + FUNCTION_EPILOG : text;
  // One line, so that the lines behind it stay what they are.
  const rewriting = new Rewriting(whole, capability.replace(/\s*[\r\n]\s*/g, ' '));
  try {
    const tree = parse(whole, {
      ecmaVersion: 'latest', sourceType: goal === 'MODULE' ? 'module' : 'script', allowHashBang: true, preserveParens: true,
    });
    rewriting.program(tree);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!rewriting.rewritten) return null;
  const result = rewriting.edits.applied();
  return isFunction ? result.slice(FUNCTION_PROLOG.length, -FUNCTION_EPILOG.length) : result;
}

module.exports = { translate };
