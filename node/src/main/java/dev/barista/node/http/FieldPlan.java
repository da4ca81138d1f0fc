package dev.barista.node.http;

import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.engine.ObjectTemplate;
import dev.barista.engine.Realm;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How JavaScript sees fields of the same names in the same order: a client sends nearly always the same ones. Loop thread only.
 *
 * <p>Only names that make one property each have a plan: none of them twice, none that objects treat in a way of its own.
 */
final class FieldPlan {
    private static final int MOST_FIELDS = 32;

    private final Realm realm;
    private final byte[] names;
    private final Object[] given;
    private final ObjectTemplate template;
    private final int cookies;

    private FieldPlan(Realm realm, byte[] names, Object[] given, ObjectTemplate template, int cookies) {
        this.realm = realm;
        this.names = names;
        this.given = given;
        this.template = template;
        this.cookies = cookies;
    }

    /** @return {@code null} if fields of these names need more than a plan */
    private static FieldPlan make(Realm realm, Fields fields) {
        Set<String> keys = new LinkedHashSet<>();
        Object[] given = new Object[fields.count()];
        int cookies = -1;
        for (int i = 0; i < given.length; i++) {
            String name = fields.name(i);
            String key = name.toLowerCase(Locale.ROOT);
            if (!keys.add(key) || key.equals("__proto__") || Character.isDigit(key.charAt(0))) return null;
            if (key.equals("set-cookie")) cookies = i;
            given[i] = JsText.of(name);
        }
        ObjectTemplate template = ObjectTemplate.of(realm, keys);
        return template == null ? null : new FieldPlan(realm, fields.names(), given, template, cookies);
    }

    /** {@code headers} */
    JsObject headers(Fields fields) {
        Object[] values = new Object[given.length];
        for (int i = 0; i < values.length; i++) values[i] = fields.valueText(i);
        if (cookies >= 0) values[cookies] = realm.array(values[cookies]).raw();
        return template.make(values);
    }

    /** {@code rawHeaders} */
    JsObject rawHeaders(Fields fields) {
        Object[] texts = new Object[2 * given.length];
        for (int i = 0; i < given.length; i++) {
            texts[2 * i] = given[i];
            texts[2 * i + 1] = fields.valueText(i);
        }
        return realm.array(texts);
    }

    /** The plans of late. Their number is fixed: whoever sends ever other names makes plans be forgotten, and no more. */
    static final class Table {
        private static final int SLOTS = 128;

        private final Realm realm;
        private final FieldPlan[] plans = new FieldPlan[SLOTS];
        /** Hashes of what was seen once: it is worth a plan when it comes again. */
        private final int[] seen = new int[SLOTS];

        Table(Realm realm) {
            this.realm = realm;
        }

        /** @return {@code null} if there is none */
        FieldPlan of(Fields fields) {
            if (fields.count() == 0 || fields.count() > MOST_FIELDS) return null;
            int hash = fields.namesHash();
            int slot = hash & SLOTS - 1;
            FieldPlan plan = plans[slot];
            if (plan != null && fields.namesAre(plan.names)) return plan;
            boolean again = seen[slot] == hash;
            seen[slot] = hash;
            if (!again) return null;
            plan = make(realm, fields);
            if (plan != null) plans[slot] = plan;
            return plan;
        }
    }
}
