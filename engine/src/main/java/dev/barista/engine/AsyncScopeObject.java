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

    /** What made it the current one, where it stands for the scope before a change; else null. */
    final AsyncContextFunctions.Change change;

    private AsyncScopeObject(Shape shape, JSDynamicObject prototype, AsyncContext context, AsyncContextFunctions.Change change) {
        super(shape, prototype);
        this.context = context;
        this.change = change;
    }

    static Shape shape(JSContext context, JSDynamicObject prototype) {
        return JSObjectUtil.getProtoChildShape(context.isMultiContext() ? null : prototype, JSAsyncContextSnapshot.INSTANCE, context);
    }

    static AsyncScopeObject create(JSContext context, Shape shape, JSDynamicObject prototype, AsyncContext mapping,
            AsyncContextFunctions.Change change) {
        AsyncScopeObject object = new AsyncScopeObject(shape, prototype, mapping, change);
        if (context.isMultiContext()) JSObjectUtil.setOrVerifyPrototype(context, object, prototype);
        return object;
    }
}
