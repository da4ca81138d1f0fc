'use strict';

/**
 * Takes what is TypeScript's out of a tree's text and puts blanks there, so that lines and columns stay: types, declarations of them,
 * modifiers. What is more than types (enums, namespaces with values, parameter properties …) is refused, as in Node.
 */

const TYPES = new Set(['typeAnnotation', 'typeParameters', 'typeArguments', 'superTypeParameters', 'superTypeArguments']);
const DECLARATIONS = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction']);
const MODIFIERS = /\b(?:abstract|declare|override|private|protected|public|readonly)\b/g;
/** What begins so goes on with the statement before it. */
const GOES_ON = /[([`/+\-*,]/;
const SPACE = /(?:\s|\/\*[^]*?\*\/|\/\/[^\r\n\u2028\u2029]*)*/y;

const ASSERTION = "The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. Instead, use the 'as' syntax: `expr as T`.";

/** Blanks for text, white space kept; each as long in UTF-8 as what it stands for, as in Node. */
function blanksFor(text) {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|\S/g, (c) =>
    c < '\x80' ? ' ' : c.length === 2 ? '\ufeff ' : c < '\u0800' ? '\u00a0' : '\u2002');
}

/** Syntax that has to be turned into other code, which taking out does not do. */
class UnsupportedSyntax extends Error {
  constructor(message, { start, end }) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

function inStripMode(what, node) {
  return new UnsupportedSyntax(`TypeScript ${what} is not supported in strip-only mode`, node);
}

class Eraser {
  /** @param {string} text @param {object} tree acorn's, with parentheses */
  constructor(text, tree) {
    this.text = text;
    this.tree = tree;
    this.cuts = [];   // [start, end, text in their place]
    this.statementEnd = -1;
    this.before = null;   // the statement before this one in its block
  }

  erased() {
    this.list(this.tree.body);
    for (const cast of this.tree.casts) this.blankTail(cast.expression.end, cast.end);
    let result = '';
    let at = 0;
    for (const [start, end, text] of this.cuts.sort((a, b) => a[0] - b[0])) {
      if (start < at) continue;   // inside of what is taken out already
      result += this.text.slice(at, start) + text;
      at = end;
    }
    return result + this.text.slice(at);
  }

  /** @param {string} [first] what takes the first character's place, @param {string} [last] and the last one's */
  blank(start, end, first = ' ', last = ' ') {
    const blanks = blanksFor(this.text.slice(start + 1, end - 1));
    this.cuts.push([start, end, first + blanks + (end - start > 1 ? last : '')]);
  }

  /** Whether the code behind a place would go on with the statement before it. */
  goesOn(end) {
    SPACE.lastIndex = end;
    return GOES_ON.test(this.text.charAt(end + SPACE.exec(this.text)[0].length));
  }

  /** Takes out a whole statement, and keeps apart what stood before and behind it. */
  blankStatement({ start, end }) {
    const { before } = this;
    const isOpen = before !== null && before.type !== 'ImportDeclaration' && this.text[before.end - 1] !== ';';
    this.blank(start, end, isOpen && this.goesOn(end) ? ';' : ' ');
  }

  /** Takes out the end of an expression, and keeps the statement's end where only the type had shown it. */
  blankTail(start, end) {
    const endsStatement = end === this.statementEnd && this.text[end - 1] !== ';' && this.goesOn(end);
    const word = start + /^\s*/.exec(this.text.slice(start, end))[0].length;
    this.blank(word, end, endsStatement ? ';' : ' ');
  }

  /** Visits the elements of a list: statements, parameters, members … */
  list(nodes) {
    let before = null;
    for (const node of nodes) {
      if (typeof node?.type !== 'string') continue;
      this.before = before;
      this.visit(node);
      before = node;
    }
  }

  children(node) {
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (child === null || typeof child !== 'object') continue;
      if (TYPES.has(key)) {
        if (typeof child.type === 'string') this.blank(child.start, child.end);
      } else if (Array.isArray(child)) {
        this.list(child);
      } else if (typeof child.type === 'string') {
        this.visit(child);
      }
    }
  }

  visit(node) {
    if (node.type === 'TSModuleDeclaration') this.checkKeyword(node);
    if (DECLARATIONS.has(node.type) || node.declare === true && node.type !== 'PropertyDefinition') {
      this.blankStatement(node);
      return;
    }
    const outer = this.statementEnd;
    if (/(?:Statement|Declaration|PropertyDefinition)$/.test(node.type)) this.statementEnd = node.end;
    const own = this[node.type];
    if (own !== undefined) own.call(this, node);
    else this.children(node);
    this.statementEnd = outer;
  }

  // Statements

  /** Only names of packages are declared as modules. */
  checkKeyword({ start, id }) {
    const keyword = this.text.lastIndexOf('module', id.start);
    if (keyword >= start && id.type === 'Identifier') {
      throw new UnsupportedSyntax('`module` keyword is not supported. Use `namespace` instead.', { start: keyword, end: id.end });
    }
  }

  TSModuleDeclaration(node) {
    if (!isTypes(node)) throw inStripMode('namespace declaration', node);
    this.blankStatement(node);
  }

  TSEnumDeclaration(node) {
    throw inStripMode('enum', node);
  }

  TSImportEqualsDeclaration(node) {
    if (node.importKind !== 'type') throw inStripMode('import equals declaration', node);
    this.blankStatement(node);
  }

  TSExportAssignment(node) {
    throw inStripMode('export assignment', node);
  }

  ImportDeclaration(node) {
    if (node.importKind === 'type') this.blankStatement(node);
    else this.specifiers(node.specifiers, 'importKind');
  }

  ExportAllDeclaration(node) {
    if (node.exportKind === 'type') this.blankStatement(node);
  }

  ExportNamedDeclaration(node) {
    const { declaration } = node;
    if (declaration?.type === 'TSModuleDeclaration') this.checkKeyword(declaration);
    if (node.exportKind === 'type' || (declaration && isTypes(declaration))) this.blankStatement(node);
    else if (declaration) this.visit(declaration);
    else this.specifiers(node.specifiers, 'exportKind');
  }

  ExportDefaultDeclaration(node) {
    if (isTypes(node.declaration)) this.blankStatement(node);
    else this.visit(node.declaration);
  }

  /** Those of types go, with the comma behind them. */
  specifiers(list, kind) {
    for (const specifier of list) {
      if (specifier[kind] !== 'type') continue;
      const comma = /^\s*,/.exec(this.text.slice(specifier.end));
      this.blank(specifier.start, specifier.end + (comma === null ? 0 : comma[0].length));
    }
  }

  // Classes and functions

  ClassDeclaration(node) {
    if (node.abstract === true) this.words(node.start, this.text.indexOf('class', node.start));
    if (node.implements?.length > 0) {
      const { start } = node.implements[0];
      this.blank(this.text.lastIndexOf('implements', start), node.implements.at(-1).end);
    }
    this.children({ ...node, implements: undefined });
  }

  ClassExpression(node) {
    this.ClassDeclaration(node);
  }

  TSIndexSignature(node) {
    this.blank(node.start, node.end);
  }

  PropertyDefinition(node) {
    this.member(node);
  }

  MethodDefinition(node) {
    if (node.value.type === 'TSDeclareMethod') this.blank(node.start, node.end);
    else this.member(node);
  }

  TSAbstractPropertyDefinition(node) {
    this.blank(node.start, node.end);
  }

  TSAbstractMethodDefinition(node) {
    this.blank(node.start, node.end);
  }

  member(node) {
    if (node.abstract === true || node.declare === true) {
      this.blank(node.start, node.end);
      return;
    }
    const { key } = node;
    this.words(node.start, key.start);
    if (node.optional === true || node.definite === true) this.mark(key.end, node.optional === true ? '?' : '!');
    this.children(node);
  }

  /** Takes out modifiers. */
  words(start, end) {
    for (const match of this.text.slice(start, end).matchAll(MODIFIERS)) this.blank(start + match.index, start + match.index + match[0].length);
  }

  /** Takes out the next mark that says whether something is there. */
  mark(from, mark) {
    const at = this.text.indexOf(mark, from);
    this.blank(at, at + 1);
  }

  FunctionDeclaration(node) {
    this.function(node);
  }

  FunctionExpression(node) {
    this.function(node);
  }

  ArrowFunctionExpression(node) {
    this.function(node);
  }

  function(node) {
    const { params, returnType } = node;
    if (params[0]?.type === 'Identifier' && params[0].name === 'this') {
      const comma = /^\s*,/.exec(this.text.slice(params[0].end));
      this.blank(params[0].start, params[0].end + (comma === null ? 0 : comma[0].length));
      this.children({ ...node, params: params.slice(1), returnType: undefined });
    } else {
      this.children({ ...node, returnType: undefined });
    }
    if (!returnType) return;
    if (node.type === 'ArrowFunctionExpression' && /[\r\n\u2028\u2029]/.test(this.text.slice(returnType.start, returnType.end))) {
      // The arrow has to stand in the line of what is before it.
      this.blank(this.text.lastIndexOf(')', returnType.start), returnType.end, ' ', ')');
    } else {
      this.blank(returnType.start, returnType.end);
    }
  }

  TSParameterProperty(node) {
    throw inStripMode('parameter property', node);
  }

  // Patterns

  Identifier(node) {
    this.pattern(node);
  }

  ObjectPattern(node) {
    this.pattern(node);
  }

  ArrayPattern(node) {
    this.pattern(node);
  }

  pattern(node) {
    const end = node.typeAnnotation?.start ?? node.end;
    if (node.optional === true) {
      const at = this.text.lastIndexOf('?', end);
      this.blank(at, at + 1);
    }
    this.children(node);
  }

  VariableDeclarator(node) {
    if (node.definite === true) {
      const at = this.text.lastIndexOf('!', node.id.typeAnnotation.start);
      this.blank(at, at + 1);
    }
    this.children(node);
  }

  // Expressions

  TSAsExpression(node) {
    this.visit(node.expression);
    this.blankTail(node.expression.end, node.end);
  }

  TSSatisfiesExpression(node) {
    this.TSAsExpression(node);
  }

  TSNonNullExpression(node) {
    this.TSAsExpression(node);
  }

  TSInstantiationExpression(node) {
    this.TSAsExpression(node);
  }

  TSTypeAssertion(node) {
    throw new UnsupportedSyntax(ASSERTION, node);
  }
}

/** Whether all of a declaration is types, and nothing of it exists when the program runs. */
function isTypes(node) {
  return DECLARATIONS.has(node.type) || node.declare === true || (node.type === 'TSModuleDeclaration' && holdsTypes(node.body));
}

/** Whether all of a namespace's body is types; it is a namespace again where the name has dots. */
function holdsTypes(body) {
  if (body.type === 'TSModuleDeclaration') return holdsTypes(body.body);
  return body.body.every((node) => isTypes(node.type === 'ExportNamedDeclaration' ? node.declaration ?? node : node));
}

/** @throws {UnsupportedSyntax} */
function withoutTypes(text, tree) {
  return new Eraser(text, tree).erased();
}

module.exports = { UnsupportedSyntax, withoutTypes };
