package dev.barista.engine.words;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_long;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.builtins.ConstructorBuiltins;
import com.oracle.truffle.js.nodes.binary.JSBinaryNode;
import com.oracle.truffle.js.nodes.control.TryFinallyNode;
import com.oracle.truffle.js.nodes.function.JSFunctionCallNode;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.array.ArrayAllocationSite;
import com.oracle.truffle.js.runtime.builtins.JSClass;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * A call of the engine's that makes an error, where {@link PlaceWords} makes it instead.
 *
 * @param near   another class of the package of the class it is in
 * @param simple that class's name in the package
 * @param method the name of the method it is in
 * @param error  the name of the method of {@code Errors} that is called
 * @param type   the type of that method
 * @param words  the name of the method of {@link PlaceWords}
 * @param known  the local variable that it gets too, an object; −1 for none
 */
record Place(Class<?> near, String simple, String method, String error, MethodTypeDesc type, String words, int known) {
    private static final ClassDesc EXCEPTION = JSException.class.describeConstable().orElseThrow();
    private static final ClassDesc NODE = Node.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc OF_TEXT = MethodTypeDesc.of(EXCEPTION, CD_String);
    private static final MethodTypeDesc OF_VALUE = MethodTypeDesc.of(EXCEPTION, CD_Object);

    /** One table. Each row was read off the class file of the engine's version in use. */
    static final List<Place> ALL = List.of(
            new Place(JSBinaryNode.class, "InNode", "", "createTypeErrorNotAnObject", OF_VALUE, "notSearchable", 0),
            new Place(JSClass.class, "JSNonProxy", "deletePropertyDefault", "createTypeErrorNotConfigurableProperty", OF_VALUE,
                    "notDeletable", 0),
            new Place(JSClass.class, "JSDictionary", "delete", "createTypeErrorNotConfigurableProperty", OF_VALUE, "notDeletable", 1),
            new Place(JSClass.class, "JSArrayBufferView", "delete", "createTypeErrorNotConfigurableProperty", OF_VALUE, "notDeletable", 1),
            new Place(JSClass.class, "JSModuleNamespace", "delete", "createTypeErrorNotConfigurableProperty", OF_VALUE, "notDeletable", 1),
            new Place(TryFinallyNode.class, "DeletePropertyNode", "doJSOrdinaryObject", "createTypeErrorNotConfigurableProperty", OF_VALUE,
                    "notDeletable", 1),
            new Place(ArrayAllocationSite.class, "ScriptArray", "setElementFrozenStrict", "createTypeErrorCannotRedefineProperty",
                    MethodTypeDesc.of(EXCEPTION, CD_long), "frozenElement", -1),
            new Place(JSFunctionCallNode.class, "ClassDefinitionNode", "executeWithName", "createTypeError",
                    MethodTypeDesc.of(EXCEPTION, CD_String, NODE), "notExtendable", 16),
            new Place(ConstructorBuiltins.class, "ConstructorBuiltins$PromiseConstructorNode", "notCallable", "createTypeError", OF_TEXT, "notExecutor", 2),
            new Place(ConstructorBuiltins.class, "ObjectFunctionBuiltins$ObjectSetPrototypeOfNode", "setPrototypeOfJSObject", "createTypeError", OF_TEXT,
                    "prototypeRefused", 1),
            new Place(JSErrorType.class, "RegexCompilerInterface", "rethrowAsSyntaxError", "createSyntaxError", OF_TEXT, "notARegex", 0));

    /** The name of the class it is in. */
    String owner() {
        return near.getPackageName() + '.' + simple;
    }

    boolean in(String className, String methodName) {
        return owner().equals(className) && (method.isEmpty() || method.equals(methodName));
    }

    boolean calls(ClassDesc called, String name, MethodTypeDesc calledType) {
        return called.equals(Weaver.ERRORS) && name.equals(error) && calledType.equals(type);
    }

    MethodTypeDesc wordsType() {
        return known < 0 ? type : type.insertParameterTypes(type.parameterCount(), CD_Object);
    }
}
