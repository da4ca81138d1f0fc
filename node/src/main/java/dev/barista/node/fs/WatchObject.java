package dev.barista.node.fs;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import dev.barista.node.Callback;
import dev.barista.node.Environment;

/** {@code openWatch}: gives JavaScript a {@link FileWatch} as an object. Loop thread only. */
final class WatchObject {
    private final Environment env;
    private final Values values;
    private final Paths paths;
    private FileEvents events;

    WatchObject(Environment env, Values values, Paths paths) {
        this.env = env;
        this.values = values;
        this.paths = paths;
    }

    /**
     * {@code (path, recursive, names as bytes, onChange)} gives an object with {@code ref}, {@code unref} and {@code close}, or a negative
     * errno. {@code onChange} gets whether a name came or went, and the name.
     */
    Object open(Args a) {
        byte[] path = paths.read(a, 0);
        if (events == null) {
            events = new FileEvents(env.loop());
            env.atClose(events::close);
        }
        boolean raw = a.bool(2);
        Callback onChange = env.callback(a.function(3));
        FileWatch watch = new FileWatch(env.loop(), events, paths.reading(),
            (renamed, name) -> onChange.call(renamed, values.name(name, raw)));
        int result = watch.start(path, a.bool(1));
        if (result < 0) {
            watch.close();
            return result;
        }
        Realm realm = env.realm();
        JsObject object = realm.object();
        object.set("ref", realm.function("ref", _ -> {
            watch.ref();
            return null;
        }));
        object.set("unref", realm.function("unref", _ -> {
            watch.unref();
            return null;
        }));
        object.set("close", realm.function("close", _ -> {
            if (!watch.closing()) watch.close();
            return null;
        }));
        return object;
    }
}
