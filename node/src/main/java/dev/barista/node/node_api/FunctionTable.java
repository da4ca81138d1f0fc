package dev.barista.node.node_api;

import java.util.ArrayList;
import java.util.List;

/**
 * The functions that addons call, by their places in the table that an environment's memory begins with. Any thread.
 *
 * <p>The places are the same in a whole process. Those of functions that get something smaller than an environment come first, so that its
 * memory needs only these.
 */
final class FunctionTable {
    /** At this place stands what finds functions when they are first called. */
    static final int RESOLVE = 0;

    /** How a function gets its arguments: in registers only, on the stack too, with a double. */
    enum Shape { REGISTERS, STACK, FRACTION, SHARED }

    /**
     * One of the functions. Of the bodies one is there.
     *
     * @param runsJs whether it must not be called while an exception is pending, or when the program has ended
     */
    record Entry(String name, Shape shape, boolean runsJs, Body body, Body.Fraction fraction, Body.Shared shared) {}

    private static final FunctionTable WHOLE = new FunctionTable();

    private final List<Entry> entries = new ArrayList<>();
    private final int sharedPlaces;

    private FunctionTable() {
        ThreadsafeFunctions.defineShared(this);
        CleanupHooks.defineShared(this);
        sharedPlaces = 1 + entries.size();
        Definitions plain = new Definitions(false);
        Definitions runningJs = new Definitions(true);
        Primitives.define(plain, runningJs);
        Strings.define(plain, runningJs);
        BigInts.define(plain, runningJs);
        Objects.define(plain, runningJs);
        Functions.define(plain, runningJs);
        Classes.define(plain, runningJs);
        Exceptions.define(plain, runningJs);
        Scopes.define(plain);
        References.define(plain, runningJs);
        Buffers.define(plain, runningJs);
        Promises.define(plain, runningJs);
        AsyncContexts.define(plain, runningJs);
        AsyncWorks.define(plain);
        ThreadsafeFunctions.define(plain);
        CleanupHooks.define(plain);
        About.define(plain);
    }

    static FunctionTable whole() {
        return WHOLE;
    }

    /** How many places the memory of what threads share has. */
    int sharedPlaces() {
        return sharedPlaces;
    }

    int places() {
        return 1 + entries.size();
    }

    Entry at(int place) {
        return entries.get(place - 1);
    }

    void shared(String name, Body.Shared body) {
        entries.add(new Entry(name, Shape.SHARED, false, null, null, body));
    }

    /** Takes functions by the number of their arguments after the environment. */
    final class Definitions {
        private final boolean runJs;

        private Definitions(boolean runJs) {
            this.runJs = runJs;
        }

        private void add(String name, Shape shape, Body body) {
            entries.add(new Entry(name, shape, runJs, body, null, null));
        }

        void one(String name, Body.One body) {
            add(name, Shape.REGISTERS, (env, a, _, _, _, _, _, _, _, _, _) -> body.call(env, a));
        }

        void two(String name, Body.Two body) {
            add(name, Shape.REGISTERS, (env, a, b, _, _, _, _, _, _, _, _) -> body.call(env, a, b));
        }

        void three(String name, Body.Three body) {
            add(name, Shape.REGISTERS, (env, a, b, c, _, _, _, _, _, _, _) -> body.call(env, a, b, c));
        }

        void four(String name, Body.Four body) {
            add(name, Shape.REGISTERS, (env, a, b, c, d, _, _, _, _, _, _) -> body.call(env, a, b, c, d));
        }

        void five(String name, Body.Five body) {
            add(name, Shape.REGISTERS, (env, a, b, c, d, e, _, _, _, _, _) -> body.call(env, a, b, c, d, e));
        }

        void six(String name, Body.Six body) {
            add(name, Shape.STACK, (env, a, b, c, d, e, f, _, _, _, _) -> body.call(env, a, b, c, d, e, f));
        }

        void seven(String name, Body.Seven body) {
            add(name, Shape.STACK, (env, a, b, c, d, e, f, g, _, _, _) -> body.call(env, a, b, c, d, e, f, g));
        }

        void ten(String name, Body body) {
            add(name, Shape.STACK, body);
        }

        void fraction(String name, Body.Fraction body) {
            entries.add(new Entry(name, Shape.FRACTION, runJs, null, body, null));
        }
    }
}
