package dev.barista.engine.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.js.runtime.JSErrorType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeaverTest {
    private static Set<String> classes() {
        return Weaver.classes().keySet();
    }

    private static byte[] classFile(String name) throws IOException {
        try (InputStream in = WeaverTest.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void theEnginesClassHasWhatIsReplacedAndIsSoundAfterwards(String name) throws IOException {
        byte[] woven = new Weaver().weave(classFile(name));
        assertThat(ClassFile.of().verify(woven)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aClassWithoutItIsRefused(String name) throws IOException {
        byte[] without = ClassFile.of().build(ClassFile.of().parse(classFile(name)).thisClass().asSymbol(), builder -> { });
        assertThatThrownBy(() -> new Weaver().weave(without)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no");
    }

    /** Before anything here has the classes loaded as they are. */
    @BeforeAll
    static void theWordsAreInUse() {
        assertThat(V8Words.install()).isTrue();
    }

    /** The compiler of JavaScript must not go on into what makes words. */
    @ParameterizedTest
    @MethodSource("replacements")
    void compiledCodeEndsWhereWordsAreMade(Method words) throws ReflectiveOperationException {
        Class<?> errors = Class.forName("com.oracle.truffle.js.runtime.Errors");
        boolean isPlace = words.getDeclaringClass() == PlaceWords.class;
        Method engines = isPlace ? words : errors.getDeclaredMethod(words.getName(), words.getParameterTypes());
        assertThat(words.isAnnotationPresent(TruffleBoundary.class) || engines.isAnnotationPresent(TruffleBoundary.class)).isTrue();
    }

    private static Stream<Method> replacements() {
        return Stream.of(ErrorWords.class, PlaceWords.class).flatMap(words -> Arrays.stream(words.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    /** A loader that sees nothing of Barista's but what is in the jar. */
    @Test
    void aWovenJarHasAllThatItsClassesAsk(@TempDir Path folder) throws Exception {
        Path woven = folder.resolve("woven.jar");
        Path jar = Path.of(JSErrorType.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Weaver.main(new String[] {jar.toString(), woven.toString()});
        List<URL> urls = new ArrayList<>(List.of(woven.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar") && !entry.equals(jar.toString()) && !entry.contains("barista")) urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (String asked : List.of("ErrorWords", "PlaceWords")) {
                Class<?> words = Class.forName("dev.barista.engine.words." + asked, true, loader);
                assertThat(words.getClassLoader()).isSameAs(loader);
                for (String other : dependencies(words)) Class.forName(other, false, loader);
            }
        }
    }

    /** The classes of the words' package that a class of it needs, and those that these need. */
    private static Set<String> dependencies(Class<?> first) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(first.getName()));
        while (!left.isEmpty()) {
            String name = left.remove();
            if (!found.add(name)) continue;
            for (PoolEntry entry : ClassFile.of().parse(classFile(name)).constantPool()) {
                if (!(entry instanceof ClassEntry type)) continue;
                String other = type.asInternalName().replace('/', '.');
                if (other.startsWith(first.getPackageName() + '.')) left.add(other);
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            a.b . c                ; a.b.c
            this.x[0]              ; this.x[0]
            a['k'](1, ')')         ; a.k(...)
            f(`${g('`')}`)(x => {}) ; f(...)(...)
            a?.b?.[c]              ; a?.b?.[c]
            a /* } */ .b           ; a.b
            'x'.y                  ; "x".y
            {}.y                   ; {}.y
            [1].map                ; [(intermediate value)].map
            (a.b)                  ; a.b
            new A().b              ; (intermediate value)
            a + b                  ; (intermediate value)
            async () => 1          ; (intermediate value)
            super.m                ; (intermediate value).m
            1_000.5                ; 1_000.5
            """)
    void expressionsAreShownAsNamesMembersAndCalls(String text, String shown) {
        assertThat(Expression.of(text)).isEqualTo(shown);
    }

    @Test
    void aPatternsRightSideAndALoopsListAreFound() {
        assertThat(Pattern.right("{a = '}', b: [c]} = f(x)").toString().strip()).isEqualTo("f(x)");
        assertThat(Pattern.right("({a} = o.p)").toString().strip()).isEqualTo("o.p");
        assertThat(Pattern.right("{a}")).isNull();
        assertThat(Pattern.right("try { a = 1 } finally {}")).isNull();
        assertThat(Pattern.iterated("for await (const [k, v] of list(a, ')')) {}").toString()).isEqualTo("list(a, ')')");
        assertThat(Pattern.iterated("for (let i = 0; i < 1; i++) {}")).isNull();
    }
}
