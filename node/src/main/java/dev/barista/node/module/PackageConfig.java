package dev.barista.node.module;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the loaders read of a package.json. Any thread.
 *
 * @param file the package.json
 * @param name its {@code name}, or {@code null}
 * @param main its {@code main}, or {@code null}
 * @param type {@code commonjs}, {@code module}, or {@code none} where it says neither
 * @param exports its {@code exports} as {@link Json} gives it
 * @param hasExports whether it has exports that are not null
 * @param imports its {@code imports}, or {@code null}
 */
record PackageConfig(Path file, String name, String main, String type, Object exports, boolean hasExports, Map<String, Object> imports) {
    static PackageConfig parse(Path file, String text) throws Json.SyntaxException {
        if (!(Json.parse(text) instanceof Map<?, ?> members)) throw new Json.SyntaxException("\"" + file + "\" is not an object");
        Object exports = members.get("exports");
        String type = "module".equals(members.get("type")) || "commonjs".equals(members.get("type")) ? (String) members.get("type") : "none";
        return new PackageConfig(file, string(members.get("name")), string(members.get("main")), type, exports, exports != null,
                members(members.get("imports")));
    }

    Path directory() {
        return file.getParent();
    }

    private static String string(Object value) {
        return value instanceof String s ? s : null;
    }

    @SuppressWarnings("unchecked")   // Json makes maps with string keys only
    static Map<String, Object> members(Object value) {
        return value instanceof Map<?, ?> m ? (Map<String, Object>) m : null;
    }
}
