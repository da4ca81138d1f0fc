import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Runs the command with the classes of {@code -Dbarista.training.classes} in a loader of their own, so that only jars are archived. */
public final class DevTraining {
    private DevTraining() {}

    public static void main(String[] words) throws Exception {
        String[] folders = System.getProperty("barista.training.classes").split(":");
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < urls.length; i++) urls[i] = Path.of(folders[i]).toUri().toURL();
        ClassLoader classes = new URLClassLoader(urls, DevTraining.class.getClassLoader());
        Class.forName("dev.barista.cli.Main", true, classes).getMethod("main", String[].class).invoke(null, (Object) words);
    }
}
