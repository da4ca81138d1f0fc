package dev.barista.node.module;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code exports} and {@code imports} of packages: Node's algorithms PACKAGE_EXPORTS_RESOLVE, PACKAGE_IMPORTS_RESOLVE and
 * PACKAGE_TARGET_RESOLVE. Loop thread only.
 *
 * @see <a href="https://nodejs.org/docs/latest-v24.x/api/esm.html#resolution-algorithm-specification">Resolution algorithm</a>
 */
final class PackageTargets {
    /** {@code .}, {@code ..} and {@code node_modules}, also where they are encoded. */
    private static final String FORBIDDEN = "(\\.|%2e)(\\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)"
            + "(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53)";
    private static final Pattern INVALID_SEGMENT = Pattern.compile("(^|\\\\|/)(" + FORBIDDEN + ")(\\\\|/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_SEGMENT = Pattern.compile("(^|\\\\|/)(\\\\|/|$)");

    /** Hears of what resolves, but should not be written any more. */
    interface Deprecations {
        /** A target or request with an empty segment. {@code isTarget}: it is the target's own. */
        void emptySegment(String target, String request, String key, String file, boolean internal, String base, boolean isTarget);

        /** A subpath that ends with a slash. */
        void trailingSlash(String subpath, String file, String base);
    }

    /** What a target resolved to. NONE: nothing applied; BLOCKED: null was said on purpose. */
    sealed interface Found {
        record File(Path path) implements Found {}

        /** A bare specifier or a builtin that an import map names, to be resolved from the package. */
        record Bare(String specifier, Path base) implements Found {}

        enum Nothing implements Found { NONE, BLOCKED }
    }

    private final PackageConfig config;
    private final Set<String> conditions;
    private final String base;
    private final Deprecations deprecations;

    /** @param base who asks, for messages; {@code null} for nobody */
    PackageTargets(PackageConfig config, Set<String> conditions, String base, Deprecations deprecations) {
        this.config = config;
        this.conditions = conditions;
        this.base = base;
        this.deprecations = deprecations;
    }

    /** @param subpath {@code "."} or {@code "./…"} */
    Path exports(String subpath) throws ResolutionException {
        Object exports = sugar() ? Map.of(".", config.exports()) : config.exports();
        Map<String, Object> map = PackageConfig.members(exports);
        Found found = map == null ? Found.Nothing.NONE : match(subpath, map, false);
        if (found instanceof Found.File f) return f.path();
        throw new ResolutionException("ERR_PACKAGE_PATH_NOT_EXPORTED", config.directory() + "/", subpath, base);
    }

    /** Whether {@code exports} is a target itself rather than a map of subpaths. */
    private boolean sugar() throws ResolutionException {
        Object exports = config.exports();
        if (exports instanceof String || exports instanceof List<?>) return true;
        Map<String, Object> map = PackageConfig.members(exports);
        if (map == null) return false;
        boolean first = true;
        boolean conditionsOnly = false;
        for (String key : map.keySet()) {
            boolean condition = key.isEmpty() || key.charAt(0) != '.';
            if (!first && condition != conditionsOnly) {
                throw new ResolutionException("ERR_INVALID_PACKAGE_CONFIG", config.file().toString(), base,
                        "\"exports\" cannot contain some keys starting with '.' and some not. The exports object must either be an object of "
                                + "package subpath keys or an object of main entry condition name keys only.");
            }
            conditionsOnly = condition;
            first = false;
        }
        return conditionsOnly;
    }

    /** @param specifier {@code #name} */
    Found imports(String specifier) throws ResolutionException {
        if (specifier.equals("#") || specifier.startsWith("#/") || specifier.endsWith("/")) {
            throw new ResolutionException("ERR_INVALID_MODULE_SPECIFIER", specifier, "is not a valid internal imports specifier name", base);
        }
        Found found = config == null || config.imports() == null ? Found.Nothing.NONE : match(specifier, config.imports(), true);
        if (!(found instanceof Found.Nothing)) return found;
        throw new ResolutionException("ERR_PACKAGE_IMPORT_NOT_DEFINED", specifier, config == null ? null : config.directory() + "/", base);
    }

    private Found match(String key, Map<String, Object> map, boolean internal) throws ResolutionException {
        if (map.containsKey(key) && key.indexOf('*') < 0 && !key.endsWith("/")) return target(map.get(key), "", key, false, internal);
        String best = null;
        String part = "";
        for (String pattern : map.keySet()) {
            int star = pattern.indexOf('*');
            if (star < 0 || star != pattern.lastIndexOf('*') || !key.startsWith(pattern.substring(0, star))) continue;
            String trailer = pattern.substring(star + 1);
            if (key.length() < pattern.length() || !key.endsWith(trailer)) continue;
            if (best != null && compare(best, pattern) <= 0) continue;
            best = pattern;
            part = key.substring(star, key.length() - trailer.length());
        }
        if (best != null && !internal && key.endsWith("/")) deprecations.trailingSlash(key, config.file().toString(), base);
        return best == null ? Found.Nothing.NONE : target(map.get(best), part, best, true, internal);
    }

    /** PATTERN_KEY_COMPARE: the longer part before the star first, then the longer key. */
    private static int compare(String a, String b) {
        int byBase = Integer.compare(b.indexOf('*'), a.indexOf('*'));
        return byBase != 0 ? byBase : Integer.compare(b.length(), a.length());
    }

    private Found target(Object target, String part, String key, boolean pattern, boolean internal) throws ResolutionException {
        return switch (target) {
            case null -> Found.Nothing.BLOCKED;
            case String s -> file(s, part, key, pattern, internal);
            case List<?> list -> firstOf(list, part, key, pattern, internal);
            case Map<?, ?> map -> conditional(PackageConfig.members(map), part, key, pattern, internal);
            default -> throw invalid(key, target, internal);
        };
    }

    private Found conditional(Map<String, Object> map, String part, String key, boolean pattern, boolean internal) throws ResolutionException {
        for (String condition : map.keySet()) {
            if (!condition.isEmpty() && condition.chars().allMatch(Character::isDigit)) {
                throw new ResolutionException("ERR_INVALID_PACKAGE_CONFIG", config.file().toString(), base,
                        "\"exports\" cannot contain numeric property keys.");
            }
        }
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            if (!entry.getKey().equals("default") && !conditions.contains(entry.getKey())) continue;
            Found found = target(entry.getValue(), part, key, pattern, internal);
            if (found != Found.Nothing.NONE) return found;
        }
        return Found.Nothing.NONE;
    }

    private Found firstOf(List<?> list, String part, String key, boolean pattern, boolean internal) throws ResolutionException {
        if (list.isEmpty()) return Found.Nothing.BLOCKED;
        ResolutionException last = null;
        Found result = Found.Nothing.NONE;
        for (Object element : list) {
            try {
                result = target(element, part, key, pattern, internal);
                last = null;
            } catch (ResolutionException e) {
                if (!e.code().equals("ERR_INVALID_PACKAGE_TARGET")) throw e;
                last = e;
                continue;
            }
            if (!(result instanceof Found.Nothing)) return result;
        }
        if (last != null) throw last;
        return result;
    }

    private Found file(String target, String part, String key, boolean pattern, boolean internal) throws ResolutionException {
        if (!part.isEmpty() && !pattern && !target.endsWith("/")) throw invalid(key, target, internal);
        if (!target.startsWith("./")) {
            boolean bare = internal && !target.startsWith("../") && !target.startsWith("/") && !target.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
            if (bare || internal && target.startsWith("node:")) {
                return new Found.Bare(pattern ? target.replace("*", part) : target + part, config.directory());
            }
            throw invalid(key, target, internal);
        }
        if (INVALID_SEGMENT.matcher(target.substring(2)).find()) throw invalid(key, target, internal);
        String request = pattern ? key.replace("*", part) : key + part;
        if (!part.isEmpty() && INVALID_SEGMENT.matcher(part).find()) {
            throw new ResolutionException("ERR_INVALID_MODULE_SPECIFIER", request,
                    "request is not a valid match in pattern \"" + key + "\" for the \"" + (internal ? "imports" : "exports") + "\" resolution of " + config.file(), base);
        }
        String relative = pattern ? target.replace("*", part) : target + part;
        boolean ofTarget = EMPTY_SEGMENT.matcher(target.substring(2)).find();
        boolean heard = internal || !request.endsWith("/");   // of a trailing slash another deprecation tells
        if (heard && ofTarget) deprecations.emptySegment(relative, request, key, config.file().toString(), internal, base, true);
        if (heard && !part.isEmpty() && EMPTY_SEGMENT.matcher(part).find()) {
            deprecations.emptySegment(relative, request, key, config.file().toString(), internal, base, false);
        }
        if (ENCODED_SEPARATOR.matcher(relative).find()) {
            throw new ResolutionException("ERR_INVALID_MODULE_SPECIFIER", config.directory() + relative.substring(1),
                    "must not include encoded \"/\" or \"\\\" characters", base);
        }
        return new Found.File(Path.of(config.directory() + "/" + decode(relative.substring(2))).normalize());
    }

    private static String decode(String path) {
        return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private ResolutionException invalid(String key, Object target, boolean internal) {
        return new ResolutionException("ERR_INVALID_PACKAGE_TARGET", config.directory() + "/", key, target, internal, base);
    }
}
