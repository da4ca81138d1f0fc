package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts that do not parse are told. The words were recorded from Node 24.12. */
class SyntaxWordsTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        var a = ;                  | Unexpected token ';'
        f(1, 2                     | missing ) after argument list
        console.log("a" "b")       | missing ) after argument list
        let a; let a;              | Identifier 'a' has already been declared
        class A { #a; #a }         | Identifier '#a' has already been declared
        if (                       | Unexpected end of input
        function f() { return 1    | Unexpected end of input
        [1, 2                      | Unexpected end of input
        a ? b :                    | Unexpected end of input
        const                      | Unexpected end of input
        "abc                       | Invalid or unexpected token
        #                          | Invalid or unexpected token
        1a                         | Invalid or unexpected token
        a b                        | Unexpected identifier 'b'
        x = {a b}                  | Unexpected identifier 'b'
        x = 5 5                    | Unexpected number
        print "hello"              | Unexpected string
        var x = 1 var y            | Unexpected token 'var'
        else                       | Unexpected token 'else'
        f(...)                     | Unexpected token ')'
        a => {} ()                 | Unexpected token '('
        <div>                      | Unexpected token '<'
        export const a = 1         | Unexpected token 'export'
        --1                        | Invalid left-hand side expression in prefix operation
        import x from "y"          | Cannot use import statement outside a module
        import.meta                | Cannot use 'import.meta' outside a module
        var enum                   | Unexpected reserved word
        "use strict"; var public   | Unexpected strict mode reserved word
        "use strict"; eval = 1     | Unexpected eval or arguments in strict mode
        "use strict"; 010          | Octal literals are not allowed in strict mode.
        const a;                   | Missing initializer in const declaration
        const {a} ;                | Missing initializer in destructuring declaration
        1 = 2                      | Invalid left-hand side in assignment
        return 1                   | Illegal return statement
        break                      | Illegal break statement
        throw                      | Unexpected end of input
        super()                    | 'super' keyword unexpected here
        new.target                 | new.target expression is not allowed here
        function () {}             | Function statements require a function name
        /abc                       | Invalid regular expression: missing /
        -1 ** 2                    | Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence
        (a, a) => 1                | Duplicate parameter name not allowed in this context
        ({a = 1})                  | Invalid shorthand property initializer
        [...a, b] = c              | Rest element must be last element
        class A { m() { this.#b } } | Private field '#b' must be declared in an enclosing class
        label: label: ;            | Label 'label' has already been declared
        """)
    void scriptsAreToldInV8sWords(String text, String message) {
        Scripts.SyntaxException e = catchThrowableOfType(Scripts.SyntaxException.class, () -> js.run(text));
        assertThat(e.error().getMessage()).isNotNull();
        assertThat(Js.string(e.error().value())).isEqualTo("SyntaxError: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        if (a) { b    | Unexpected end of input
        a = [1, 2     | Unexpected end of input
        f(1           | missing ) after argument list
        let a; let a; | Identifier 'a' has already been declared
        a }           | Unexpected token '}'
        """)
    void functionsBodiesAreToo(String text, String message) {
        Scripts.SyntaxException e = catchThrowableOfType(Scripts.SyntaxException.class, () -> js.function(text));
        assertThat(Js.string(e.error().value())).isEqualTo("SyntaxError: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"var a = ;", "if ("})
    void theStackBeginsWithTheWords(String text) {
        Scripts.SyntaxException e = catchThrowableOfType(Scripts.SyntaxException.class, () -> js.run(text));
        assertThat(Js.string(Js.object(e.error().value()).get("stack"))).startsWith(Js.string(e.error().value()));
    }
}
