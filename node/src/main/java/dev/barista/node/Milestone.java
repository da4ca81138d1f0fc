package dev.barista.node;

/** Points in the life of an environment, under the names that {@code performance.nodeTiming} gives them. */
public enum Milestone {
    V8_START, ENVIRONMENT, BOOTSTRAP_COMPLETE, LOOP_START, LOOP_EXIT
}
