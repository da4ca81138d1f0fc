package dev.barista.node.module;

import dev.barista.engine.JsException;
import dev.barista.node.Environment;
import dev.barista.node.permission.Permission;
import dev.barista.node.posix.PathBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The package.json files that were looked at, each read once. Belongs to one environment; loop thread only. */
final class Packages {
    private static final String NAME = "package.json";

    private final Environment env;
    private final Map<Path, PackageConfig> read = new HashMap<>();

    Packages(Environment env) {
        this.env = env;
    }

    /**
     * The config in this directory, or {@code null} where it has none.
     *
     * @throws JsException ERR_ACCESS_DENIED, if it may not be read
     */
    PackageConfig in(Path directory) throws ResolutionException {
        if (env.permissions() != null) {
            directory = env.permissions().requireFile(Permission.FILE_SYSTEM_READ, directory.resolve(NAME).toString()).getParent();
        }
        return readable(directory);
    }

    private PackageConfig readable(Path directory) throws ResolutionException {
        if (read.containsKey(directory)) return read.get(directory);
        PackageConfig config = load(directory.resolve(NAME));
        read.put(directory, config);
        return config;
    }

    private static PackageConfig load(Path file) throws ResolutionException {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) return null;
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return null;
        }
        try {
            return PackageConfig.parse(file, new String(bytes, StandardCharsets.UTF_8));
        } catch (Json.SyntaxException e) {
            throw new ResolutionException("ERR_INVALID_PACKAGE_CONFIG", file.toString());
        }
    }

    /**
     * The config that holds for a file: that of the nearest directory above it, up to the first {@code node_modules}, or to the first
     * whose config may not be read.
     */
    PackageConfig scopeOf(Path file) throws ResolutionException {
        if (env.permissions() != null) file = file.normalize();
        for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            if (directory.endsWith("node_modules") || !mayRead(directory.resolve(NAME))) return null;
            PackageConfig config = readable(directory);
            if (config != null) return config;
        }
        return null;
    }

    private boolean mayRead(Path file) {
        return env.permissions() == null || env.permissions().has(Permission.FILE_SYSTEM_READ, PathBytes.encode(file.toString()));
    }
}
