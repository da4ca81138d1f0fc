package dev.barista.node.sqlite;

import dev.barista.node.posix.Memory;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of SQLite that Barista calls, nearly all through one downcall handle. Any thread, as far as SQLite's objects allow it.
 *
 * <p>The handle's shape is ten 64-bit integers to a 64-bit integer; why one shape serves every function is said in {@code Libc}. Where
 * doubles are passed, they have shapes of their own. Source: https://sqlite.org/c3ref/funclist.html.
 */
enum Sqlite {
    LIBVERSION("sqlite3_libversion"),
    OPEN("sqlite3_open_v2"), CLOSE("sqlite3_close_v2"), DB_CONFIG("sqlite3_db_config"), BUSY_TIMEOUT("sqlite3_busy_timeout"),
    ERRMSG("sqlite3_errmsg"), EXTENDED_ERRCODE("sqlite3_extended_errcode"), ERRCODE("sqlite3_errcode"), ERRSTR("sqlite3_errstr"),
    EXEC("sqlite3_exec"), GET_AUTOCOMMIT("sqlite3_get_autocommit"), DB_FILENAME("sqlite3_db_filename"),
    CHANGES("sqlite3_changes64"), LAST_INSERT_ROWID("sqlite3_last_insert_rowid"), LOAD_EXTENSION("sqlite3_load_extension"),
    SET_AUTHORIZER("sqlite3_set_authorizer"), FREE("sqlite3_free"),

    PREPARE("sqlite3_prepare_v2"), STEP("sqlite3_step"), RESET("sqlite3_reset"), FINALIZE("sqlite3_finalize"), SQL("sqlite3_sql"),
    EXPANDED_SQL("sqlite3_expanded_sql"), STMT_STATUS("sqlite3_stmt_status"), CLEAR_BINDINGS("sqlite3_clear_bindings"),
    BIND_PARAMETER_COUNT("sqlite3_bind_parameter_count"), BIND_PARAMETER_NAME("sqlite3_bind_parameter_name"),
    BIND_PARAMETER_INDEX("sqlite3_bind_parameter_index"), BIND_NULL("sqlite3_bind_null"), BIND_INT64("sqlite3_bind_int64"),
    BIND_TEXT("sqlite3_bind_text"), BIND_BLOB("sqlite3_bind_blob"), BIND_DOUBLE("sqlite3_bind_double"),

    COLUMN_COUNT("sqlite3_column_count"), COLUMN_NAME("sqlite3_column_name"), COLUMN_DECLTYPE("sqlite3_column_decltype"),
    COLUMN_DATABASE_NAME("sqlite3_column_database_name"), COLUMN_TABLE_NAME("sqlite3_column_table_name"),
    COLUMN_ORIGIN_NAME("sqlite3_column_origin_name"),
    COLUMN_TYPE("sqlite3_column_type"), COLUMN_INT64("sqlite3_column_int64"), COLUMN_DOUBLE("sqlite3_column_double"),
    COLUMN_TEXT("sqlite3_column_text"), COLUMN_BLOB("sqlite3_column_blob"), COLUMN_BYTES("sqlite3_column_bytes"),
    VALUE_TYPE("sqlite3_value_type"), VALUE_INT64("sqlite3_value_int64"), VALUE_DOUBLE("sqlite3_value_double"),
    VALUE_TEXT("sqlite3_value_text"), VALUE_BLOB("sqlite3_value_blob"), VALUE_BYTES("sqlite3_value_bytes"),

    CREATE_FUNCTION("sqlite3_create_function_v2"), CREATE_WINDOW_FUNCTION("sqlite3_create_window_function"),
    USER_DATA("sqlite3_user_data"), AGGREGATE_CONTEXT("sqlite3_aggregate_context"),
    RESULT_NULL("sqlite3_result_null"), RESULT_INT64("sqlite3_result_int64"), RESULT_DOUBLE("sqlite3_result_double"),
    RESULT_TEXT("sqlite3_result_text"), RESULT_BLOB("sqlite3_result_blob"), RESULT_ERROR("sqlite3_result_error"),

    SESSION_CREATE("sqlite3session_create"), SESSION_ATTACH("sqlite3session_attach"), SESSION_DELETE("sqlite3session_delete"),
    SESSION_CHANGESET("sqlite3session_changeset"), SESSION_PATCHSET("sqlite3session_patchset"),
    CHANGESET_APPLY("sqlite3changeset_apply"),

    BACKUP_INIT("sqlite3_backup_init"), BACKUP_STEP("sqlite3_backup_step"), BACKUP_FINISH("sqlite3_backup_finish"),
    BACKUP_REMAINING("sqlite3_backup_remaining"), BACKUP_PAGECOUNT("sqlite3_backup_pagecount"),

    VFS_FIND("sqlite3_vfs_find"), VFS_REGISTER("sqlite3_vfs_register"), VFS_UNREGISTER("sqlite3_vfs_unregister");

    // Result codes. Source: https://sqlite.org/rescode.html.
    static final int OK = 0;
    static final int ABORT = 4;
    static final int BUSY = 5;
    static final int LOCKED = 6;
    static final int ROW = 100;
    static final int DONE = 101;

    /** {@code SQLITE_TRANSIENT}: SQLite copies the bytes before it returns. */
    static final long TRANSIENT = -1;

    /** {@code SQLITE_UTF8} */
    static final int UTF8 = 1;

    private static final class Integers {
        static final MethodHandle CALL = make();

        private static MethodHandle make() {
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l, l, l, l, l, l, l));
        }
    }

    private static final class ToDouble {
        static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(
            FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    private static final class OfDouble {
        static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_DOUBLE));
    }

    private final String symbol;
    private volatile MemorySegment address;

    Sqlite(String symbol) {
        this.symbol = symbol;
    }

    long call(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        try {
            return (long) Integers.CALL.invokeExact(found(), a, b, c, d, e, f, g, h, i, j);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }

    /** Calls a function that SQLite has given the address of. */
    static int callAt(long function, long a, long b, long c, long d) {
        try {
            return (int) (long) Integers.CALL.invokeExact(MemorySegment.ofAddress(function), a, b, c, d, 0L, 0L, 0L, 0L, 0L, 0L);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }

    long call(long a, long b, long c, long d, long e, long f) {
        return call(a, b, c, d, e, f, 0, 0, 0, 0);
    }

    long call(long a, long b, long c) {
        return call(a, b, c, 0, 0, 0, 0, 0, 0, 0);
    }

    long call(long a, long b) {
        return call(a, b, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    long call(long a) {
        return call(a, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** As {@link #call}, of a function whose result is a C {@code int}. */
    int number(long a, long b, long c, long d, long e) {
        return (int) call(a, b, c, d, e, 0, 0, 0, 0, 0);
    }

    int number(long a, long b, long c) {
        return (int) call(a, b, c, 0, 0, 0, 0, 0, 0, 0);
    }

    int number(long a, long b) {
        return (int) call(a, b, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    int number(long a) {
        return (int) call(a, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The text that it returns, {@code null} for the null pointer. */
    String text(long a, long b) {
        return Memory.text(call(a, b));
    }

    /** As {@link #call}, of a function whose result is a double. */
    double fraction(long a, long b) {
        try {
            return (double) ToDouble.CALL.invokeExact(found(), a, b);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }

    /** As {@link #number}, of a function whose last argument, after one or two, is a double. */
    int withFraction(long a, long b, double c) {
        try {
            return (int) (long) OfDouble.CALL.invokeExact(found(), a, b, c);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }

    /** Whether the library has the function: some are there only where it was built with them. */
    boolean present() {
        return address != null || SqliteLibrary.find(symbol).isPresent();
    }

    private MemorySegment found() {
        MemorySegment found = address;
        return found == null ? find() : found;
    }

    private MemorySegment find() {
        MemorySegment found = SqliteLibrary.find(symbol).orElseThrow(() -> new UnsupportedOperationException("SQLite has no function " + symbol));
        address = found;
        return found;
    }
}
