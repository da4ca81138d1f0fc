package dev.barista.engine;

import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSOrdinaryObject;
import com.oracle.truffle.js.runtime.objects.JSShape;
import java.lang.invoke.MethodHandles;

/** To JavaScript an empty object that cannot be extended; it carries a Java object in a field, which is found without a look at properties. */
final class HostObject extends JSOrdinaryObject {
    final Object host;

    HostObject(Shape shape, JSDynamicObject prototype, Object host) {
        super(shape, prototype);
        this.host = host;
    }

    /** The shape that all of a realm's with a prototype begin with. */
    static Shape shape(JSContext context, JSDynamicObject prototype) {
        return JSShape.newBuilder(context, JSOrdinary.INSTANCE, prototype).layout(HostObject.class, MethodHandles.lookup())
                .shapeFlags(JSShape.getDefaultShapeFlags(JSOrdinary.INSTANCE) | JSShape.NOT_EXTENSIBLE_FLAG)
                .addConstantProperty(JSObject.HIDDEN_PROTO, prototype, 0).build();
    }

    @Override
    protected JSObject copyWithoutProperties(Shape shape) {
        return new HostObject(shape, null, host);
    }
}
