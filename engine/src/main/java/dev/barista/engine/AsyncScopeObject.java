package dev.barista.engine;

import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.builtins.asynccontext.JSAsyncContextSnapshot;
import com.oracle.truffle.js.runtime.objects.AsyncContext;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSNonProxyObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;

/** An async context as JavaScript holds it: an ordinary empty object to look at. Realm's thread only. */
final class AsyncScopeObject extends JSNonProxyObject {
    final AsyncContext context;

    private AsyncScopeObject(Shape shape, JSDynamicObject prototype, AsyncContext context) {
        super(shape, prototype);
        this.context = context;
    }

    static Shape shape(JSContext context, JSDynamicObject prototype) {
        return JSObjectUtil.getProtoChildShape(context.isMultiContext() ? null : prototype, JSAsyncContextSnapshot.INSTANCE, context);
    }

    static AsyncScopeObject create(JSContext context, Shape shape, JSDynamicObject prototype, AsyncContext mapping) {
        AsyncScopeObject object = new AsyncScopeObject(shape, prototype, mapping);
        if (context.isMultiContext()) JSObjectUtil.setOrVerifyPrototype(context, object, prototype);
        return object;
    }
}
