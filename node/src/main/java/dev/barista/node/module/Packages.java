package dev.barista.node.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The package.json files that were looked at, each read once. Belongs to one environment; loop thread only. */
final class Packages {
    private final Map<Path, PackageConfig> read = new HashMap<>();

    /** The config in this directory, or {@code null} where it has none. */
    PackageConfig in(Path directory) throws ResolutionException {
        if (read.containsKey(directory)) return read.get(directory);
        PackageConfig config = load(directory.resolve("package.json"));
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

    /** The config that holds for a file: that of the nearest directory above it, up to the first {@code node_modules}. */
    PackageConfig scopeOf(Path file) throws ResolutionException {
        for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            if (directory.endsWith("node_modules")) return null;
            PackageConfig config = in(directory);
            if (config != null) return config;
        }
        return null;
    }
}
