package dev.barista.node.module;

import dev.barista.engine.Args;
import dev.barista.engine.Scripts;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What the module loaders need of Java. Uses the JDK's file system, which is loaded and warm, rather than the room fs. Loop thread only. */
public final class ModuleBinding implements Binding {
    private final Environment env;

    public ModuleBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("builtin",          a -> env.builtins().require(a.string(0)));
        x.fn("builtinModules",   a -> env.realm().array(Rooms.publicModules().toArray()));
        x.fn("compileFunction",  this::compileFunction);
        x.fn("runScript",        this::runScript);
        x.fn("readText",         this::readText);
        x.fn("realPath",         this::realPath);
        x.fn("stat",             this::stat);
        x.fn("dirname",          a -> dirname(a.string(0)));
        x.fn("resolve",          a -> env.cwd().resolve(a.string(0)).resolve(a.string(1)).normalize().toString());
    }

    private static String dirname(String file) {
        Path parent = Path.of(file).getParent();
        return parent == null ? file.startsWith("/") ? "/" : "." : parent.toString();
    }

    /** (text, file name, parameter names …) → function. */
    private Object compileFunction(Args a) {
        String[] parameters = new String[a.length() - 2];
        for (int i = 0; i < parameters.length; i++) parameters[i] = a.string(i + 2);
        try {
            return env.realm().scripts().function(a.string(0), a.string(1), parameters);
        } catch (Scripts.SyntaxException e) {
            throw e.error();
        }
    }

    private Object runScript(Args a) {
        try {
            return env.realm().scripts().run(a.string(0), a.string(1));
        } catch (Scripts.SyntaxException e) {
            throw e.error();
        }
    }

    /** The file's text, or undefined where it can't be read. */
    private Object readText(Args a) {
        try {
            return Files.readString(Path.of(a.string(0)));
        } catch (IOException e) {
            return null;
        }
    }

    private Object realPath(Args a) {
        try {
            return Path.of(a.string(0)).toRealPath().toString();
        } catch (IOException e) {
            return null;
        }
    }

    /** 0 for a file, 1 for a directory, -1 where there is nothing. */
    private Object stat(Args a) {
        try {
            return Files.readAttributes(Path.of(a.string(0)), BasicFileAttributes.class).isDirectory() ? 1 : 0;
        } catch (IOException e) {
            return -1;
        }
    }
}
