package dev.barista.node.sqlite;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * The shared library of SQLite: the one that the system property {@code barista.sqlite} names, else the system's. It is opened when it is
 * first asked for. Any thread.
 */
public final class SqliteLibrary {
    private static final class Opened {
        static final Optional<SymbolLookup> LOOKUP = open();

        private static Optional<SymbolLookup> open() {
            try {
                return Optional.of(SymbolLookup.libraryLookup(System.getProperty("barista.sqlite", systemName()), Arena.global()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();   // this system has none
            }
        }

        private static String systemName() {
            return System.getProperty("os.name", "").startsWith("Mac") ? "libsqlite3.dylib" : "libsqlite3.so.0";
        }
    }

    private SqliteLibrary() {}

    /** Whether there is one that is new enough. */
    static boolean present() {
        return Sqlite.CHANGES.present();
    }

    /** Its version, as {@code 3.50.4}; {@code null} where there is none that can be used. */
    public static String version() {
        return present() ? Memory.text(Sqlite.LIBVERSION.call(0)) : null;
    }

    static Optional<MemorySegment> find(String symbol) {
        return Opened.LOOKUP.flatMap(library -> library.find(symbol));
    }
}
