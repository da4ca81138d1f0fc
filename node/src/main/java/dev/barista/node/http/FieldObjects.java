package dev.barista.node.http;

import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes JavaScript's views of fields: {@code rawHeaders}, {@code headers}, {@code headersDistinct}. Loop thread only. */
final class FieldObjects {
    /** Of these only the first counts; all others are joined. */
    private static final Set<String> SINGLE = Set.of(
            "age", "authorization", "content-length", "content-type", "etag", "expires", "from", "host", "if-modified-since",
            "if-unmodified-since", "last-modified", "location", "max-forwards", "proxy-authorization", "referer", "retry-after", "server",
            "user-agent");

    private final Realm realm;
    private final FieldPlan.Table plans;

    FieldObjects(Realm realm) {
        this.realm = realm;
        this.plans = new FieldPlan.Table(realm);
    }

    private static int limited(Fields fields, int most) {
        return most > 0 ? Math.min(most, fields.count()) : fields.count();
    }

    private FieldPlan planOf(Fields fields, int most) {
        return limited(fields, most) < fields.count() ? null : plans.of(fields);
    }

    /** @param most of the fields, the others are left out; 0 for all */
    JsObject raw(Fields fields, int most) {
        FieldPlan plan = planOf(fields, most);
        if (plan != null) return plan.rawHeaders(fields);
        Object[] texts = new Object[2 * limited(fields, most)];
        for (int i = 0; i < texts.length; i += 2) {
            texts[i] = fields.name(i / 2);
            texts[i + 1] = fields.value(i / 2);
        }
        return realm.array(texts);
    }

    /** @param joinAll whether also those are joined of which otherwise only the first counts */
    JsObject joined(Fields fields, int most, boolean joinAll) {
        FieldPlan plan = planOf(fields, most);
        if (plan != null) return plan.headers(fields);
        JsObject object = realm.object();
        int count = limited(fields, most);
        Map<String, Object> values = new LinkedHashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            String name = fields.name(i).toLowerCase(Locale.ROOT);
            String value = fields.value(i);
            Object before = values.get(name);
            if (name.equals("set-cookie")) {
                list(values, name).add(value);
            } else if (before == null) {
                values.put(name, value);
            } else if (name.equals("cookie")) {
                values.put(name, before + "; " + value);
            } else if (joinAll || !SINGLE.contains(name)) {
                values.put(name, before + ", " + value);
            }
        }
        fill(object, values);
        return object;
    }

    JsObject distinct(Fields fields, int most) {
        JsObject object = realm.object();
        Map<String, Object> values = new LinkedHashMap<>();
        int count = limited(fields, most);
        for (int i = 0; i < count; i++) list(values, fields.name(i).toLowerCase(Locale.ROOT)).add(fields.value(i));
        fill(object, values);
        return object;
    }

    private void fill(JsObject object, Map<String, Object> values) {
        values.remove("__proto__");   // would not become a property
        values.forEach((name, value) -> object.set(name, value instanceof List<?> list ? realm.array(list.toArray()) : value));
    }

    @SuppressWarnings("unchecked")   // only this method puts lists
    private static List<Object> list(Map<String, Object> values, String name) {
        return (List<Object>) values.computeIfAbsent(name, n -> new ArrayList<>());
    }
}
