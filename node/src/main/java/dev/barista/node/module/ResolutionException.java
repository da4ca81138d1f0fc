package dev.barista.node.module;

import java.util.Arrays;
import java.util.List;

/** A module that can't be resolved: a code of Node's and the arguments of its message, in {@code internal/errors}' order. */
final class ResolutionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    ResolutionException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = Arrays.asList(arguments);
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }
}
