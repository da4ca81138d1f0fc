package dev.barista.node.sqlite;

import dev.barista.engine.JsObject;
import dev.barista.engine.ObjectTemplate;
import dev.barista.engine.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes objects or arrays of the rows of one statement. Loop thread only. */
final class Rows {
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,9}");

    /** {@code SQLITE_STMTSTATUS_REPREPARE}: a statement whose tables have changed has been prepared again, and may have other columns. */
    private static final int REPREPARED = 5;

    private final Engine engine;
    private final Realm realm;
    private final long statement;
    private boolean arrays;

    private int prepared = -1;
    /** Where the value of a column stands: columns of one name share a place, which the last one fills. */
    private int[] places;
    private List<String> names;
    /** {@code null} where objects are filled name by name. */
    private ObjectTemplate template;

    Rows(Engine engine, long statement) {
        this.engine = engine;
        this.realm = engine.env().realm();
        this.statement = statement;
    }

    /** Whether rows are arrays. */
    void arrays(boolean on) {
        arrays = on;
    }

    /** The row at which the statement stands. */
    JsObject read(boolean bigInts) {
        int times = Sqlite.STMT_STATUS.number(statement, REPREPARED, 0);
        if (times != prepared) {
            learn();
            prepared = times;
        }
        if (arrays) return realm.array(values(bigInts, new Object[places.length], false));
        Object[] values = values(bigInts, new Object[names.size()], true);
        if (template != null) return template.make(values);
        JsObject row = realm.object(null);
        for (int i = 0; i < values.length; i++) row.set(names.get(i), values[i]);
        return row;
    }

    private Object[] values(boolean bigInts, Object[] values, boolean placed) {
        for (int i = 0; i < places.length; i++) values[placed ? places[i] : i] = Values.COLUMN.read(engine, statement, i, bigInts);
        return values;
    }

    private void learn() {
        places = new int[Sqlite.COLUMN_COUNT.number(statement)];
        names = new ArrayList<>(places.length);
        boolean indexed = false;
        for (int i = 0; i < places.length; i++) {
            String name = Sqlite.COLUMN_NAME.text(statement, i);
            int known = names.indexOf(name);
            places[i] = known < 0 ? names.size() : known;
            if (known < 0) names.add(name);
            indexed |= INDEX.matcher(name).matches();
        }
        template = indexed ? null : ObjectTemplate.bare(realm, names);
    }
}
