package dev.barista.engine;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a CommonJS module will export, found in its text without running it: what {@code import { name } from './file.cjs'} is
 * linked against. It knows the forms that Node's documentation names (those of cjs-module-lexer), but sees them in the syntax tree.
 *
 * @param names assigned to or defined on {@code exports}
 * @param reexports the specifiers of modules whose exports become this one's
 * @see <a href="https://nodejs.org/docs/latest-v24.x/api/esm.html#commonjs-namespaces">CommonJS namespaces</a>
 */
public record CommonJsExports(Set<String> names, Set<String> reexports) {
    private static final String PROLOG = "(function (exports, require, module, __filename, __dirname) {";

    /** Text that does not parse exports nothing: running it will tell why. */
    public static CommonJsExports of(String text, String name) {
        Finder finder = new Finder();
        try {
            ScriptEnvironment environment = ScriptEnvironment.builder().ecmaScriptVersion(ScriptEnvironment.ES_STAGING)
                    .annexB(true).allowBigInt(true).classFields(true).privateFieldsIn(true).build();
            Source source = Source.sourceFor(name, PROLOG + Scripts.withoutHashbang(text) + "\n})");
            new Parser(environment, source, new ErrorManager.ThrowErrorManager()).parse().accept(finder);
        } catch (ParserException e) {
            return new CommonJsExports(Set.of(), Set.of());
        }
        return new CommonJsExports(finder.names, finder.reexports);
    }

    private static final class Finder extends NodeVisitor<LexicalContext> {
        final Set<String> names = new LinkedHashSet<>();
        final Set<String> reexports = new LinkedHashSet<>();
        /** Variables that hold another module: {@code var x = require('y')}, as Babel writes them. */
        private final Map<String, String> required = new HashMap<>();

        Finder() {
            super(new LexicalContext());
        }

        @Override
        public boolean enterVarNode(VarNode node) {
            String specifier = requireOf(unwrapInterop(node.getInit()));
            if (specifier != null) required.put(node.getName().getName(), specifier);
            return true;
        }

        @Override
        public boolean enterBinaryNode(BinaryNode node) {
            if (node.tokenType() != TokenType.ASSIGN) return true;
            if (isModuleExports(node.getLhs())) moduleExports(node.getRhs());
            else if (isExportsObject(base(node.getLhs()))) addName(propertyOf(node.getLhs()));
            return true;
        }

        /** {@code module.exports = …}: an object's names, or another module whole, which replaces what was found before. */
        private void moduleExports(Expression value) {
            String specifier = requireOf(value);
            if (specifier != null) {
                reexports.clear();
                reexports.add(specifier);
            } else if (value instanceof ObjectNode object) {
                for (PropertyNode property : object.getElements()) if (!addProperty(property)) return;
            }
        }

        /** @return false where the search in this object ends */
        private boolean addProperty(PropertyNode property) {
            if (property.getKey() instanceof UnaryNode spread) {   // ...require('x')
                String specifier = requireOf(spread.getExpression());
                if (specifier != null) reexports.add(specifier);
                return true;
            }
            Expression value = property.getValue();
            boolean simple = !property.isComputed() && property.getGetter() == null && property.getSetter() == null
                    && (value instanceof IdentNode || requireOf(value) != null);
            if (simple) addName(property.getKeyName());
            return simple;
        }

        @Override
        public boolean enterCallNode(CallNode call) {
            List<Expression> args = call.getArgs();
            String callee = calleeName(call.getFunction());
            switch (callee) {
                case "Object.defineProperty" -> {
                    if (args.size() >= 3 && isExportsObject(args.get(0)) && text(args.get(1)) != null
                            && args.get(2) instanceof ObjectNode descriptor && isPlain(descriptor)) {
                        addName(text(args.get(1)));
                    }
                }
                case "__export", "__exportStar", "tslib.__export", "tslib.__exportStar", "tslib_1.__exportStar" -> {
                    if (!args.isEmpty()) addReexport(args.get(0));
                }
                default -> babelReexport(call, callee);
            }
            return true;
        }

        private void addReexport(Expression module) {
            String specifier = requireOf(module);
            if (specifier == null && module instanceof IdentNode variable) specifier = required.get(variable.getName());
            if (specifier != null) reexports.add(specifier);
        }

        /** {@code Object.keys(_x).forEach(function (key) { … exports[key] = _x[key] … })} for a {@code var _x = require('x')}. */
        private void babelReexport(CallNode call, String callee) {
            if (!callee.equals("?.forEach") || !(call.getFunction() instanceof AccessNode access)
                    || !(access.getBase() instanceof CallNode keys) || !calleeName(keys.getFunction()).equals("Object.keys")
                    || keys.getArgs().size() != 1 || !(keys.getArgs().get(0) instanceof IdentNode variable)
                    || call.getArgs().isEmpty() || !(call.getArgs().get(0) instanceof FunctionNode body)) {
                return;
            }
            String specifier = required.get(variable.getName());
            if (specifier == null) return;
            boolean[] copies = {false};
            body.accept(new NodeVisitor<LexicalContext>(new LexicalContext()) {
                @Override
                public boolean enterIndexNode(IndexNode node) {
                    if (isExportsObject(node.getBase())) copies[0] = true;
                    return true;
                }

                @Override
                public boolean enterCallNode(CallNode define) {
                    if (calleeName(define.getFunction()).equals("Object.defineProperty") && isExportsObject(define.getArgs().get(0))) {
                        copies[0] = true;
                    }
                    return true;
                }
            });
            if (copies[0]) reexports.add(specifier);
        }

        private void addName(String name) {
            if (name != null) names.add(name);
        }
    }

    /** A descriptor that gives a value, or a getter that only reads a property: what compilers write for a re-exported binding. */
    private static boolean isPlain(ObjectNode descriptor) {
        for (PropertyNode property : descriptor.getElements()) {
            String key = property.getKeyName();
            if ("value".equals(key)) return true;
            if ("get".equals(key)) return property.getValue() instanceof FunctionNode getter && readsProperty(getter);
            if (!"enumerable".equals(key)) return false;
        }
        return false;
    }

    /** {@code function () { return a.b; }} */
    private static boolean readsProperty(FunctionNode getter) {
        return getter.getBody().getLastStatement() instanceof ReturnNode answer
                && (answer.getExpression() instanceof AccessNode || answer.getExpression() instanceof IndexNode);
    }

    private static boolean isExportsObject(Expression node) {
        return node instanceof IdentNode ident && ident.getName().equals("exports") || isModuleExports(node);
    }

    private static boolean isModuleExports(Expression node) {
        return base(node) instanceof IdentNode ident && ident.getName().equals("module") && "exports".equals(propertyOf(node));
    }

    private static Expression base(Expression node) {
        if (node instanceof AccessNode access) return access.getBase();
        return node instanceof IndexNode index ? index.getBase() : null;
    }

    private static String propertyOf(Expression node) {
        if (node instanceof AccessNode access) return access.getProperty();
        return node instanceof IndexNode index ? text(index.getIndex()) : null;
    }

    private static String text(Expression node) {
        return node instanceof LiteralNode<?> literal && literal.isString() ? literal.getString() : null;
    }

    /** The specifier of {@code require('specifier')}, or {@code null}. */
    private static String requireOf(Expression node) {
        return node instanceof CallNode call && call.getFunction() instanceof IdentNode f && f.getName().equals("require")
                && call.getArgs().size() == 1 ? text(call.getArgs().get(0)) : null;
    }

    /** Babel's and TypeScript's wrappers around a require: {@code _interopRequireWildcard(require('x'))}. */
    private static Expression unwrapInterop(Expression node) {
        boolean wraps = node instanceof CallNode call && call.getFunction() instanceof IdentNode f
                && (f.getName().equals("_interopRequireWildcard") || f.getName().equals("__importStar"));
        return wraps && !((CallNode) node).getArgs().isEmpty() ? ((CallNode) node).getArgs().get(0) : node;
    }

    /** {@code a.b} as text; {@code ?.b} where the base is no name. */
    private static String calleeName(Expression function) {
        if (function instanceof IdentNode ident) return ident.getName();
        if (!(function instanceof AccessNode access)) return "";
        return (access.getBase() instanceof IdentNode ident ? ident.getName() : "?") + "." + access.getProperty();
    }
}
