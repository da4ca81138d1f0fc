package dev.barista.node.module;

import dev.barista.node.Environment;

/** Has JavaScript warn of what packages should not write any more. Loop thread only. */
record PackageWarnings(Environment env) implements PackageTargets.Deprecations {
    private static final String WARNINGS = "internal/modules/package_warnings";

    @Override
    public void emptySegment(String target, String request, String key, String file, boolean internal, String base, boolean isTarget) {
        env.builtins().function(WARNINGS, "emptySegment").call(null, target, request, key, file, internal, base, isTarget);
    }

    @Override
    public void trailingSlash(String subpath, String file, String base) {
        env.builtins().function(WARNINGS, "trailingSlash").call(null, subpath, file, base);
    }
}
