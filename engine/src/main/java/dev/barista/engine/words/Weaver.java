package dev.barista.engine.words;

import com.oracle.truffle.js.runtime.JSErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Weaves V8's words into classes of the engine: the static methods of {@code Errors}, which make its errors, ask {@link ErrorWords}
 * wherever that has a public method of the same name and type; and the calls in {@link Place#ALL} go to {@link PlaceWords}.
 */
public final class Weaver {
    static final ClassDesc ERRORS = ClassDesc.of("com.oracle.truffle.js.runtime.Errors");

    private static final ClassDesc WORDS = ErrorWords.class.describeConstable().orElseThrow();
    private static final ClassDesc PLACE_WORDS = PlaceWords.class.describeConstable().orElseThrow();
    private static final String SUFFIX = ".class";

    /** {@link ErrorWords} and {@link PlaceWords}, and what they are made of. */
    private static final List<Class<?>> ASKED = List.of(ErrorWords.class, PlaceWords.class, CallSite.class, Expression.class, FixedWords.class,
            Pattern.class, ProgramText.class, Shown.class, SyntaxWords.class, SyntaxWords.Row.class);

    private final Set<String> replaced = new TreeSet<>();

    Weaver() {
        for (Method method : ErrorWords.class.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers())) continue;
            replaced.add(method.getName() + MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString());
        }
    }

    /**
     * Copies the engine's jar with its classes woven, and with the classes that they ask and the one that initialises these: whichever class
     * loader has the ones must find the others. Arguments: the jar, and where to put it.
     */
    public static void main(String[] words) throws IOException {
        Weaver weaver = new Weaver();
        Set<String> left = new HashSet<>(classes().keySet());
        try (JarFile jar = new JarFile(words[0]);
             OutputStream out = Files.newOutputStream(Path.of(words[1]));
             JarOutputStream copy = new JarOutputStream(out)) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                JarEntry copied = new JarEntry(entry.getName());
                copied.setTime(entry.getTime());
                copy.putNextEntry(copied);
                try (InputStream content = jar.getInputStream(entry)) {
                    if (left.remove(className(entry.getName()))) copy.write(weaver.weave(content.readAllBytes()));
                    else content.transferTo(copy);
                }
                copy.closeEntry();
            }
            for (Class<?> asked : ASKED) add(asked, copy);
            add(V8Words.class, copy);
        }
        if (!left.isEmpty()) throw new IllegalArgumentException(words[0] + " has no " + left);
    }

    private static void add(Class<?> asked, JarOutputStream jar) throws IOException {
        String name = asked.getName().replace('.', '/') + SUFFIX;
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);   // the same jar for the same classes
        jar.putNextEntry(entry);
        try (InputStream content = asked.getClassLoader().getResourceAsStream(name)) {
            content.transferTo(jar);
        }
        jar.closeEntry();
    }

    private static String className(String entry) {
        return entry.endsWith(SUFFIX) ? entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.') : entry;
    }

    /** The names of the classes that are woven, each with another class of its package. */
    static Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        classes.put(name(ERRORS), JSErrorType.class);
        for (Place place : Place.ALL) classes.put(place.owner(), place.near());
        return classes;
    }

    private static String name(ClassDesc type) {
        return type.packageName() + '.' + type.displayName();
    }

    /**
     * @param classFile one of {@link #classes()}
     * @throws IllegalArgumentException if it lacks what is to be replaced
     */
    byte[] weave(byte[] classFile) {
        ClassFile format = ClassFile.of();
        ClassModel model = format.parse(classFile);
        String name = model.thisClass().asInternalName().replace('/', '.');
        return format.transformClass(model, name.equals(name(ERRORS)) ? errors(model) : places(name));
    }

    private ClassTransform errors(ClassModel errors) {
        Set<String> missing = new TreeSet<>(replaced);
        for (MethodModel method : errors.methods()) missing.remove(key(method));
        if (!missing.isEmpty()) throw new IllegalArgumentException("the engine's class of errors has no " + missing);
        return (builder, element) -> {
            if (!(element instanceof MethodModel method) || !replaced.contains(key(method))) {
                builder.with(element);
                return;
            }
            builder.transformMethod(method, (replacement, part) -> {
                if (part instanceof CodeAttribute) replacement.withCode(code -> delegate(code, method));
                else replacement.with(part);
            });
        };
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    /** The body of a static method that hands its arguments on and returns what it gets. */
    private static void delegate(CodeBuilder code, MethodModel method) {
        MethodTypeDesc type = method.methodTypeSymbol();
        for (int i = 0; i < type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
        }
        code.invokestatic(WORDS, method.methodName().stringValue(), type).return_(TypeKind.from(type.returnType()));
    }

    private static ClassTransform places(String className) {
        Set<Place> missing = new HashSet<>(Place.ALL);
        missing.removeIf(place -> !place.owner().equals(className));
        ClassTransform calls = (builder, element) -> {
            if (element instanceof MethodModel method) {
                List<Place> here = Place.ALL.stream().filter(place -> place.in(className, method.methodName().stringValue())).toList();
                builder.transformMethod(method, MethodTransform.transformingCode(calls(here, missing)));
            } else {
                builder.with(element);
            }
        };
        return calls.andThen(ClassTransform.endHandler(builder -> {
            if (!missing.isEmpty()) throw new IllegalArgumentException("the engine has no such calls: " + missing);
        }));
    }

    private static CodeTransform calls(List<Place> here, Set<Place> missing) {
        return (code, element) -> {
            Place place = place(here, element);
            if (place == null) {
                code.with(element);
                return;
            }
            missing.remove(place);
            if (place.known() >= 0) code.aload(place.known());
            code.invokestatic(PLACE_WORDS, place.words(), place.wordsType());
        };
    }

    private static Place place(List<Place> here, CodeElement element) {
        if (!(element instanceof InvokeInstruction call)) return null;
        for (Place place : here) {
            if (place.calls(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol())) return place;
        }
        return null;
    }
}
