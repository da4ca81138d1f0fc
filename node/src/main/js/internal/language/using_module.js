'use strict';

/**
 * `using` at the top level of a module. All of the module's statements come to stand in a `try`, where nothing can be imported or
 * exported: so imports and exports move to the end of the text, and what is exported is declared in front of the `try`.
 */

const DECLARES = new Set(['VariableDeclaration', 'ClassDeclaration']);

/** The names that a pattern binds. */
function namesOf(pattern) {
  switch (pattern.type) {
    case 'Identifier': return [pattern.name];
    case 'ObjectPattern': return pattern.properties.flatMap((each) => namesOf(each.type === 'RestElement' ? each.argument : each.value));
    case 'ArrayPattern': return pattern.elements.flatMap((each) => each === null ? [] : namesOf(each));
    case 'AssignmentPattern': return namesOf(pattern.left);
    default: return namesOf(pattern.argument);
  }
}

function declaredNames(node) {
  return node.type === 'VariableDeclaration' ? node.declarations.flatMap(({ id }) => namesOf(id)) : [node.id.name];
}

/** Module code whose top level declares resources. */
class TopLevel {
  constructor(rewriting, tree) {
    this.rewriting = rewriting;
    this.edits = rewriting.edits;
    this.text = rewriting.edits.text;
    this.tree = tree;
    this.hoisted = [];      // variables declared in front
    this.functions = [];    // [variable in front, function]
    this.moved = [];        // what stands at the end
    // Names in lists of exports: they have to be visible at the end too.
    this.listed = new Set(tree.body.filter((node) => node.type === 'ExportNamedDeclaration' && node.source === null)
      .flatMap((node) => node.specifiers.map(({ local }) => local.name)));
  }

  /** @param {boolean} waits see {@link Rewriting#close} */
  rewrite(waits) {
    const { edits, rewriting, tree } = this;
    const first = tree.body.find((statement) => statement.directive === undefined);
    const opening = { start: first.start, end: first.start, text: '' };
    edits.list.push(opening);
    for (const node of tree.body) this.statement(node);
    const declared = this.hoisted.length > 0 ? `let ${this.hoisted.join(', ')}; ` : '';
    const given = this.functions.map(([variable, name]) => `${variable} = ${name}; `).join('');
    opening.text = `${declared}${rewriting.open()} ${given}`;
    edits.insert(this.text.length, `\n${rewriting.close(waits)}\n${this.moved.join('\n')}\n`);
  }

  statement(node) {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        this.move(node, this.text.slice(node.start, node.end));
        return;
      case 'ExportNamedDeclaration':
        this.exported(node);
        return;
      case 'ExportDefaultDeclaration':
        this.exportedDefault(node.declaration, node);
        return;
    }
    if (DECLARES.has(node.type) && node.kind !== 'var' && declaredNames(node).some((name) => this.listed.has(name))) this.hoist(node, node.start);
    else if (node.type === 'VariableDeclaration' && node.kind.endsWith('using')) this.rewriting.declaration(node);
    else if (node.type === 'FunctionDeclaration' && this.listed.has(node.id.name)) this.functions.push([this.variable(node.id.name), node.id.name]);
    this.rewriting.visit(node);
  }

  move(node, text) {
    this.edits.blank(node.start, node.end);
    this.moved.push(text);
  }

  /** The variable in front that stands for a function, which the block declares under its own name. */
  variable(name) {
    const variable = `${this.rewriting.name}_${name}`;
    if (!this.hoisted.includes(variable)) this.hoisted.push(variable);
    return variable;
  }

  exported(node) {
    const { declaration } = node;
    if (declaration === null) {
      this.move(node, node.source === null ? this.list(node.specifiers) : this.text.slice(node.start, node.end));
      return;
    }
    const names = declaredNames(declaration);
    if (declaration.type === 'FunctionDeclaration') {
      const [name] = names;
      this.edits.blank(node.start, declaration.start);
      this.functions.push([this.variable(name), name]);
      this.moved.push(`export { ${this.variable(name)} as ${name} };`);
    } else {
      this.moved.push(`export { ${names.join(', ')} };`);
      if (declaration.kind === 'var') this.edits.blank(node.start, declaration.start);
      else this.hoist(declaration, node.start);
    }
    this.rewriting.children(declaration);
  }

  list(specifiers) {
    const functions = new Set(this.tree.body.filter(({ type }) => type === 'FunctionDeclaration').map(({ id }) => id.name));
    const parts = specifiers.map(({ local, exported }) => {
      const name = functions.has(local.name) ? this.variable(local.name) : local.name;
      return `${name} as ${this.text.slice(exported.start, exported.end)}`;
    });
    return `export { ${parts.join(', ')} };`;
  }

  /** A declaration becomes an assignment to variables that are declared in front. @param {number} from where it begins, `export` included */
  hoist(node, from) {
    const { edits } = this;
    this.hoisted.push(...declaredNames(node));
    if (node.type === 'ClassDeclaration') {
      edits.replace(from, node.start, `${node.id.name} = `);
      edits.insert(node.end, ';');
      return;
    }
    const { declarations, kind } = node;
    edits.blank(from, declarations[0].start);
    edits.insert(declarations[0].start, ';(');
    for (const { init, id } of declarations) {
      if (init === null) edits.insert(id.end, ' = undefined');
      else if (kind.endsWith('using')) this.rewriting.use(init, kind);
    }
    edits.insert(declarations.at(-1).end, ')');
  }

  exportedDefault(declaration, node) {
    const variable = this.variable('default');
    this.moved.push(`export { ${variable} as default };`);
    const isNamed = /^(?:Function|Class)Declaration$/.test(declaration.type) && declaration.id !== null;
    if (!isNamed) {
      // As a property's value an anonymous function is called what the property is.
      this.edits.replace(node.start, declaration.start, `${variable} = { default: `);
      this.edits.insert(declaration.end, ' }.default;');
    } else {
      this.edits.blank(node.start, declaration.start);
      if (declaration.type === 'FunctionDeclaration') this.functions.push([variable, declaration.id.name]);
      else this.edits.insert(declaration.end, ` ${variable} = ${declaration.id.name};`);
    }
    this.rewriting.children(declaration);
  }
}

function rewriteTopLevel(rewriting, tree, waits) {
  new TopLevel(rewriting, tree).rewrite(waits);
}

module.exports = { rewriteTopLevel };
