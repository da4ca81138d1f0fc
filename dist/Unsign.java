import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Copies a signed jar without its signature. The start-up cache takes no class of a signed jar, so each of its classes would be read and
 * its digest checked at every start. Maven has checked the jar's own checksum when it fetched it. Arguments: the jar, and where to put it.
 */
public final class Unsign {
    private Unsign() {}

    public static void main(String[] words) throws IOException {
        try (JarFile signed = new JarFile(Path.of(words[0]).toFile(), false);
             JarOutputStream copy = new JarOutputStream(new FileOutputStream(words[1]))) {
            for (JarEntry entry : (Iterable<JarEntry>) signed.stream()::iterator) {
                String name = entry.getName();
                if (name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) continue;
                JarEntry copied = new JarEntry(name);
                copied.setTime(entry.getTime());
                copy.putNextEntry(copied);
                try (InputStream content = signed.getInputStream(entry)) {
                    if (name.equals(JarFile.MANIFEST_NAME)) withoutDigests(new Manifest(content)).write(copy);
                    else content.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
    }

    private static Manifest withoutDigests(Manifest manifest) {
        manifest.getEntries().clear();
        return manifest;
    }
}
