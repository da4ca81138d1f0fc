package dev.barista.engine.words;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What V8 says of a text that does not parse, for what the engine's parser says: one table. Where the engine tells what it expected, V8
 * tells what it met, which the text itself shows. Any thread.
 */
public final class SyntaxWords {
    private static final String END = "Unexpected end of input";
    private static final String TOKEN = "Invalid or unexpected token";
    private static final String ASSIGNMENT = "Invalid left-hand side in assignment";
    private static final String NO_ARGUMENT_END = "missing ) after argument list";

    /** How many characters of the text a token is looked for in. */
    private static final int LONGEST = 256;

    private static final Set<String> KEYWORDS = Set.of("break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete",
            "do", "else", "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
            "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with");

    private static final Set<String> STRICT_WORDS = Set.of("implements", "interface", "let", "package", "private", "protected",
            "public", "static", "yield");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}$\\u200c\\u200d]*");
    private static final Pattern PRIVATE = Pattern.compile("#" + NAME);
    private static final Pattern PUNCTUATOR = Pattern.compile(">>>=|\\.\\.\\.|===|!==|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?="
            + "|=>|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.|\\+\\+|--|\\+=|-=|\\*=|/=|%=|&=|\\|=|\\^=|<<|>>|\\*\\*|[{}()\\[\\];,<>+\\-*/%&|^!~?:=.]");
    private static final Pattern NAMELESS_FUNCTION = Pattern.compile("(?s).*\\bfunction\\s*\\*?\\s*");

    /** A pattern for the whole of the engine's words, and what V8 says; {@code $1} is the first group, no words are those for what was met. */
    record Row(Pattern engine, String v8) {}

    private static Row row(String engine, String v8) {
        return new Row(Pattern.compile(engine), v8);
    }

    private static final List<Row> ROWS = List.of(
            row("Variable \"(.+)\" has already been declared", "Identifier '$1' has already been declared"),
            row("Missing assignment to constant \".+\"", "Missing initializer in const declaration"),
            row("Missing assignment in destructuring declaration", "Missing initializer in destructuring declaration"),
            row("Missing close quote|Missing space after numeric literal|Missing digit after .+", TOKEN),
            row("Private field must be declared in an enclosing class", ""),
            row("Invalid left hand side for assignment", ASSIGNMENT),
            row("Invalid return statement", "Illegal return statement"),
            row("Illegal continue statement", "Illegal continue statement: no surrounding iteration statement"),
            row("Class contains more than one constructor", "A class may only have one constructor"),
            row("new\\.target expression is only allowed in functions", "new.target expression is not allowed here"),
            row("Cannot use import\\.meta outside a module", "Cannot use 'import.meta' outside a module"),
            row("\"with\" statement cannot be used in strict mode", "Strict mode code may not include a with statement"),
            row("cannot use octal value in strict mode", "Octal literals are not allowed in strict mode."),
            row("cannot delete identifier \".+\" in strict mode", "Delete of an unqualified identifier in strict mode."),
            row("\"(?:eval|arguments)\" cannot be used as .+ in strict mode", "Unexpected eval or arguments in strict mode"),
            row("Illegal use strict directive in function with non-simple parameter list",
                    "Illegal 'use strict' directive in function with non-simple parameter list"),
            row("strict mode function cannot have duplicate parameter name \".+\"", "Duplicate parameter name not allowed in this context"),
            row("Duplicate Label \"(.+)\"", "Label '$1' has already been declared"),
            row("Switch already has default case", "More than one default clause in switch statement"),
            row("Invalid shorthand property name initializer in object literal", "Invalid shorthand property initializer"),
            row("Unexpected element after rest element", "Rest element must be last element"),
            row("for\\.\\.of loop declaration must not have an initializer", "for-of loop variable declaration may not have an initializer."),
            row("Unexpected token: \\*\\*", "Unary operator used immediately before exponentiation expression."
                    + " Parenthesis must be used to disambiguate operator precedence"),
            row("Expected an operand but found import", "Cannot use import statement outside a module"),
            row("Expected an operand but found super", "'super' keyword unexpected here"),
            row("Expected an operand but found eol", "Illegal newline after throw"),
            row("Expected , but found .*", NO_ARGUMENT_END),
            row("(?s)Expected .* but found .*|expected BindingIdentifier or BindingPattern|nullish coalescing operator cannot .*", ""));

    private SyntaxWords() {}

    /**
     * @param words the engine's
     * @param position where the engine met what it did not expect, at most the text's length
     */
    public static String of(String words, CharSequence text, int position) {
        for (Row row : ROWS) {
            Matcher matcher = row.engine.matcher(words);
            if (!matcher.matches()) continue;
            if (row.v8.equals(ASSIGNMENT)) return leftHandSide(text, position);
            return row.v8.isEmpty() ? met(words, text, position) : matcher.replaceFirst(row.v8);
        }
        return words;
    }

    /** The engine has one word for whatever writes to what can't be written. */
    private static String leftHandSide(CharSequence text, int position) {
        String before = text.subSequence(Math.max(0, position - LONGEST), position).toString().stripTrailing();
        return before.endsWith("++") || before.endsWith("--") ? "Invalid left-hand side expression in prefix operation" : ASSIGNMENT;
    }

    private static String met(String words, CharSequence text, int position) {
        // Behind the text stands what the loader has put there: it ends a function that the text has ended already.
        if (position >= text.length()) return words.endsWith("but found }") && words.startsWith("Expected )") ? unexpected("token", "}") : END;
        char c = text.charAt(position);
        CharSequence rest = text.subSequence(position, Math.min(text.length(), position + LONGEST));
        Matcher field = PRIVATE.matcher(rest);
        if (field.lookingAt()) return "Private field '" + field.group() + "' must be declared in an enclosing class";
        if (c == '"' || c == '\'') return "Unexpected string";
        if (c == '`') return "Unexpected template string";
        if (isDigit(c) || c == '.' && rest.length() > 1 && isDigit(rest.charAt(1))) return "Unexpected number";
        Matcher name = NAME.matcher(rest);
        if (name.lookingAt()) return isQuoted(text, position, name.end()) ? "Unexpected string" : name(name.group(), words);
        if (c == '(' && NAMELESS_FUNCTION.matcher(text.subSequence(Math.max(0, position - LONGEST), position)).matches()) {
            return "Function statements require a function name";
        }
        if (c == '/') return "Invalid regular expression: missing /";
        Matcher punctuator = PUNCTUATOR.matcher(rest);
        return punctuator.lookingAt() ? unexpected("token", punctuator.group()) : words.endsWith("eof") ? END : TOKEN;
    }

    /** Whether what stands there is all of a string, whose place is behind its quote. */
    private static boolean isQuoted(CharSequence text, int position, int length) {
        int end = position + length;
        char before = position == 0 ? ' ' : text.charAt(position - 1);
        return (before == '"' || before == '\'') && end < text.length() && text.charAt(end) == before;
    }

    private static String name(String name, String words) {
        if (name.equals("enum")) return "Unexpected reserved word";
        // Elsewhere than in strict code it would have been a name.
        if (STRICT_WORDS.contains(name) && !words.startsWith("Expected ;")) return "Unexpected strict mode reserved word";
        return unexpected(KEYWORDS.contains(name) ? "token" : "identifier", name);
    }

    private static String unexpected(String kind, String text) {
        return "Unexpected " + kind + " '" + text + "'";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
