package dev.barista.node.sqlite;

import dev.barista.engine.Args;
import dev.barista.engine.Clones;
import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * SQL databases for {@code sqlite.js}. Loop thread only; backups are made on the pool.
 *
 * <p>The first argument of most functions is the object that programs see; the Java half is tied to it. Where it is another object, they
 * throw what V8 throws of a foreign receiver.
 */
public final class SqliteBinding implements Binding {
    private final Environment env;
    private final Engine engine;

    public SqliteBinding(Environment env) {
        this.env = env;
        this.engine = new Engine(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("present",          a -> SqliteLibrary.present());
        x.fn("hasSessions",      a -> Sqlite.SESSION_CREATE.present());
        x.fn("onFailure",        a -> of(() -> engine.failures().make(a.function(0))));

        x.fn("create",           this::create);
        x.fn("open",             a -> with(database(a), Database::open));
        x.fn("close",            a -> with(database(a), Database::close));
        x.fn("isOpen",           a -> database(a).isOpen());
        x.fn("checkOpen",        a -> with(database(a), Database::connection));
        x.fn("isTransaction",    a -> database(a).isTransaction());
        x.fn("exec",             a -> with(database(a), d -> d.exec(a.raw(1))));
        x.fn("location",         a -> orNull(database(a).location(a.raw(1))));
        x.fn("defineFunction",   this::defineFunction);
        x.fn("defineAggregate",  this::defineAggregate);
        x.fn("setAuthorizer",    a -> with(database(a), d -> d.authorizer(a.functionOrNull(1))));
        x.fn("setDefensive",     a -> with(database(a), d -> d.connection().defensive(a.bool(1))));
        x.fn("enableExtensions", a -> with(database(a), d -> d.enableExtensions(a.bool(1))));
        x.fn("checkExtensions",  a -> with(database(a), Database::checkExtensions));
        x.fn("loadExtension",    a -> with(database(a), d -> d.loadExtension(a.raw(1))));

        x.fn("prepare",          this::prepare);
        x.fn("checkStatement",   a -> with(statement(a), Statement::check));
        x.fn("sourceSQL",        a -> statement(a).sourceSql());
        x.fn("expandedSQL",      a -> statement(a).expandedSql());
        x.fn("columns",          a -> statement(a).columns());
        x.fn("setReadBigInts",   a -> with(statement(a), s -> s.bigInts(a.bool(1))));
        x.fn("setReturnArrays",  a -> with(statement(a), s -> s.arrays(a.bool(1))));
        x.fn("setBareNames",     a -> with(statement(a), s -> s.bareNames(a.bool(1))));
        x.fn("setUnknownNames",  a -> with(statement(a), s -> s.unknownNames(a.bool(1))));
        x.fn("get",              a -> begun(a, true).get());
        x.fn("all",              a -> begun(a, true).all());
        x.fn("run",              a -> begun(a, true).run());
        x.fn("begin",            a -> of(() -> begun(a, true)));
        x.fn("getByPosition",    a -> begun(a, false).get());
        x.fn("allByPosition",    a -> begun(a, false).all());
        x.fn("runByPosition",    a -> begun(a, false).run());
        x.fn("beginByPosition",  a -> of(() -> begun(a, false)));
        x.fn("attachIteration",  this::attachIteration);
        x.fn("next",             a -> receiver(a, Iteration.class).next());
        x.fn("leave",            a -> with(receiver(a, Iteration.class), Iteration::leave));

        x.fn("createSession",    this::createSession);
        x.fn("changeset",        a -> env.realm().bytes(session(a).changes(Sqlite.SESSION_CHANGESET)));
        x.fn("patchset",         a -> env.realm().bytes(session(a).changes(Sqlite.SESSION_PATCHSET)));
        x.fn("closeSession",     a -> with(session(a), Session::close));
        x.fn("disposeSession",   a -> with(session(a), Session::dispose));
        x.fn("applyChangeset",   this::applyChangeset);

        x.fn("beginBackup",      this::beginBackup);
        x.fn("proceedBackup",    a -> of(() -> a.host(0, Backup.class).proceed(a.integer(1), env.callback(a.function(2)))));
        x.fn("endBackup",        a -> of(() -> a.host(0, Backup.class).end()));
    }

    private static Object of(Runnable action) {
        action.run();
        return null;
    }

    private static <T> Object with(T receiver, Consumer<T> action) {
        action.accept(receiver);
        return null;
    }

    /** Makes an object that programs see stand on its Java half. */
    private static void attach(JsObject object, Object half) {
        object.host(half);
        Clones.mark(object, Clones.FORBIDDEN);
    }

    private static Object orNull(String text) {
        return text == null ? Js.NULL : text;
    }

    private <T> T receiver(Args a, Class<T> type) {
        T found = a.isObject(0) ? a.object(0).host(type) : null;
        if (found == null) throw env.realm().typeError("Illegal invocation");
        return found;
    }

    private Database database(Args a) {
        return receiver(a, Database.class);
    }

    private Statement statement(Args a) {
        return receiver(a, Statement.class);
    }

    private Session session(Args a) {
        return receiver(a, Session.class);
    }

    /** The UTF-8 of a string or the bytes of an Uint8Array. */
    private static byte[] location(Args a, int i) {
        return a.isString(i) ? JsText.utf8Bytes(a.raw(i)) : a.bytes(i).copy();
    }

    /** (object, location, options with all their values): does not open it yet */
    private Object create(Args a) {
        JsObject o = a.object(2);
        Function<String, Boolean> is = name -> (Boolean) o.java(name);
        var options = new Database.Options(location(a, 1), is.apply("readOnly"), is.apply("enableForeignKeyConstraints"),
            is.apply("enableDoubleQuotedStringLiterals"), is.apply("allowExtension"), ((Number) o.java("timeout")).intValue(), is.apply("defensive"));
        var defaults = new Database.Defaults(is.apply("readBigInts"), is.apply("returnArrays"), is.apply("allowBareNamedParameters"),
            is.apply("allowUnknownNamedParameters"));
        attach(a.object(0), new Database(engine, options, defaults));
        return null;
    }

    /** (database, name, function, number of arguments, bigInts, deterministic, directOnly) */
    private Object defineFunction(Args a) {
        database(a).function(a.string(1), a.function(2), a.integer(3), a.bool(4), a.bool(5), a.bool(6));
        return null;
    }

    /** (database, name, start, step, result, inverse, number of arguments, bigInts, directOnly) */
    private Object defineAggregate(Args a) {
        Aggregate aggregate = new Aggregate(engine, a.raw(2), a.function(3), a.functionOrNull(4), a.functionOrNull(5), a.bool(7));
        database(a).aggregate(a.string(1), aggregate, a.integer(6), a.bool(8));
        return null;
    }

    /** (database, text, object of the statement) */
    private Object prepare(Args a) {
        attach(a.object(2), database(a).prepare(a.raw(1)));
        return null;
    }

    /** (statement, ...values) */
    private Statement begun(Args a, boolean named) {
        Statement statement = statement(a);
        statement.begin(a.rest(1), named);
        return statement;
    }

    /** (statement, object of the iterator) */
    private Object attachIteration(Args a) {
        attach(a.object(1), new Iteration(statement(a)));
        return null;
    }

    /** (database, object of the session, name of the database, table or undefined) */
    private Object createSession(Args a) {
        attach(a.object(1), new Session(database(a), a.raw(2), a.isUndefined(3) ? null : a.raw(3)));
        return null;
    }

    /** (database, changes, filter or undefined, onConflict or undefined) → whether it was applied */
    private Object applyChangeset(Args a) {
        return database(a).apply(a.bytes(1).copy(), new Changeset(engine, a.functionOrNull(2), a.functionOrNull(3)));
    }

    /** (database, location of the copy, name of the database, name of the copy) → backup */
    private Object beginBackup(Args a) {
        return env.realm().wrap(new Backup(database(a), location(a, 1), a.raw(2), a.raw(3)));
    }
}
