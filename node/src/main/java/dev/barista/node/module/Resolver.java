package dev.barista.node.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finding the file of a module: extensions, directories, packages, symbolic links. Belongs to one environment; loop thread only. */
final class Resolver {
    private final Packages packages;
    private final PackageTargets.Deprecations deprecations;
    private final Map<Path, Path> realPaths = new HashMap<>();

    Resolver(PackageTargets.Deprecations deprecations, Packages packages) {
        this.packages = packages;
        this.deprecations = deprecations;
    }

    Packages packages() {
        return packages;
    }

    /** 0 for a file, 1 for a directory, -1 where there is nothing. */
    int kind(Path path) {
        var file = path.toFile();   // File's calls are warm at start-up, those of Files are not
        if (file.isFile()) return 0;
        return file.isDirectory() ? 1 : file.exists() ? 0 : -1;
    }

    Path realPath(Path path) {
        return realPaths.computeIfAbsent(path, p -> {
            try {
                return p.toRealPath();
            } catch (IOException e) {
                return p;
            }
        });
    }

    /**
     * The file that a name inside a package's directory means by its {@code exports}.
     *
     * @return {@code null} where the package has no exports
     */
    Path packageExports(Path directory, String subpath, Set<String> conditions, String base) throws ResolutionException {
        PackageConfig config = packages.in(directory);
        if (config == null || !config.hasExports()) return null;
        return new PackageTargets(config, conditions, base, deprecations).exports(subpath);
    }

    /** A package's own name, required from inside it; {@code null} where the scope is another or has no exports. */
    Path self(Path parent, String name, String subpath, Set<String> conditions, String base) throws ResolutionException {
        PackageConfig config = packages.scopeOf(parent);
        if (config == null || !config.hasExports() || !name.equals(config.name())) return null;
        return new PackageTargets(config, conditions, base, deprecations).exports(subpath);
    }

    /** @return {@code null} where the package has no imports and need not have them */
    PackageTargets.Found imports(Path parent, String specifier, Set<String> conditions, boolean needed) throws ResolutionException {
        PackageConfig config = packages.scopeOf(parent);
        if (!needed && (config == null || config.imports() == null)) return null;
        return new PackageTargets(config, conditions, parent.toString(), deprecations).imports(specifier);
    }

}
