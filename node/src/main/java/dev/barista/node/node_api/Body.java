package dev.barista.node.node_api;

/**
 * What one of Node-API's functions does: it gets the environment and its arguments after that, all as words, of which only as many bits
 * count as the argument's type has, and returns a {@link Status}. It may throw what JavaScript threw. Loop thread only.
 */
@FunctionalInterface
interface Body {
    int call(Addon env, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j);

    interface One {
        int call(Addon env, long a);
    }

    interface Two {
        int call(Addon env, long a, long b);
    }

    interface Three {
        int call(Addon env, long a, long b, long c);
    }

    interface Four {
        int call(Addon env, long a, long b, long c, long d);
    }

    interface Five {
        int call(Addon env, long a, long b, long c, long d, long e);
    }

    interface Six {
        int call(Addon env, long a, long b, long c, long d, long e, long f);
    }

    interface Seven {
        int call(Addon env, long a, long b, long c, long d, long e, long f, long g);
    }

    /** The first argument is a double. */
    interface Fraction {
        int call(Addon env, double a, long b);
    }

    /** Of a function that any thread may call, whose first argument is no environment: what it stands for, itself, and the next two. */
    interface Shared {
        int call(Object receiver, long address, long a, long b);
    }
}
