package dev.barista.node.fs;

import static dev.barista.node.fs.PathOperations.*;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.FileConstants;
import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.Posix;

/**
 * POSIX file operations for {@code fs.js}. Loop thread only; each {@code …Async} form works on the pool and gives its callback what the
 * other returns: a negative errno, a {@link Failure}'s object, or the operation's value.
 */
public final class FsBinding implements Binding {
    private final Environment env;
    private final Values values;
    private final Paths paths;
    private final ContentOperations contents;

    public FsBinding(Environment env) {
        this.env = env;
        values = new Values(env);
        paths = new Paths(env);
        contents = new ContentOperations(values, paths, new OpenFiles(env));
    }

    @Override
    public void define(Exports x) {
        x.fn("constants", a -> constants());
        x.fn("openWatch", new WatchObject(env, values, paths)::open);
        x.fn("sendDescriptor",    contents::sendDescriptor);
        x.fn("receiveDescriptor", contents::receiveDescriptor);
        x.fn("lazy",      a -> lazy(a.object(0), a.string(1), a.object(2)));
        descriptors(x);
        statuses(x);
        paths(x);
        directories(x);
        ownership(x);
    }

    private void descriptors(Exports x) {
        op(x, "open",      3, contents::open);
        op(x, "close",     1, contents::close);
        op(x, "read",      5, contents::read);
        op(x, "write",     5, contents::write);
        op(x, "readv",     3, contents::readv);
        op(x, "writev",    3, contents::writev);
        op(x, "readFile",  3, contents::readFile);
        op(x, "writeFile", 4, contents::writeFile);
        op(x, "fsync",     1, a -> onDescriptor(a.integer(0), Descriptors::fsync));
        op(x, "fdatasync", 1, a -> onDescriptor(a.integer(0), Descriptors::fdatasync));
        op(x, "ftruncate", 2, a -> ftruncate(a.integer(0), a.longValue(1)));
    }

    private void statuses(Exports x) {
        op(x, "stat",   2, a -> status(FileStatus::stat, paths.read(a, 0), a.bool(1)));
        op(x, "lstat",  2, a -> status(FileStatus::lstat, paths.inspected(a, 0), a.bool(1)));
        op(x, "fstat",  2, a -> fstat(a.integer(0), a.bool(1)));
        op(x, "statfs", 2, a -> statfs(paths.read(a, 0), a.bool(1)));
        op(x, "access", 2, a -> access(paths.read(a, 0), a.integer(1)));
    }

    private void paths(Exports x) {
        op(x, "unlink",   1, a -> onPath(paths.written(a, 0), Posix::unlink));
        op(x, "rename",   2, a -> onPaths(paths.moved(a, 0), paths.written(a, 1), Posix::rename));
        op(x, "link",     2, a -> onPaths(paths.moved(a, 0), paths.written(a, 1), Posix::link));
        op(x, "symlink",  2, a -> onPaths(paths.target(a, 0), paths.written(a, 1), Posix::symlink));
        x.fn("requireCopy", this::requireCopy);
        op(x, "copyFile", 3, a -> copyFile(paths.read(a, 0), paths.written(a, 1), a.integer(2)));
        strictOp(x, "readlink", 2, a -> name(paths.read(a, 0), a.bool(1), Posix::readlink));
        op(x, "realpath", 2, a -> name(paths.inspected(a, 0), a.bool(1), Posix::realpath));
        op(x, "realpathWalk", 2, a -> name(paths.inspected(a, 0), a.bool(1), RealPath::of));
        op(x, "mkdtemp",  2, a -> mkdtemp(paths.prefix(a, 0), Paths.bytes(a, 0), a.bool(1)));
    }

    private void directories(Exports x) {
        strictOp(x, "mkdir",    2, a -> withInt(paths.written(a, 0), values.mode(a, 1), Posix::mkdir));
        strictOp(x, "mkdirAll", 2, a -> makeAll(paths.written(a, 0), Paths.bytes(a, 0), values.mode(a, 1), paths.writing()));
        strictOp(x, "rmdir",    1, a -> onPath(paths.written(a, 0), Posix::rmdir));
        op(x, "removeTree",  1, a -> removeTree(paths.written(a, 0), paths.writing()));
        op(x, "readdir",     3, a -> readdir(paths.read(a, 0), a.bool(1), a.bool(2)));
        op(x, "opendir",     1, a -> opendir(paths.read(a, 0)));
        op(x, "dirRead",     3, a -> dirRead(a.host(0, OpenDirectory.class), a.integer(1), a.bool(2)));
        op(x, "dirClose",    1, a -> a.host(0, OpenDirectory.class)::close);
        op(x, "readdirTree", 3, a -> readdirTree(paths.read(a, 0), a.bool(1), a.integer(2), paths.reading()));
    }

    private void ownership(Exports x) {
        strictOp(x, "chmod", 2, a -> withInt(paths.written(a, 0), a.integer(1), Posix::chmod));
        op(x, "lchmod",  2, a -> withInt(paths.written(a, 0), a.integer(1), Posix::lchmod));
        op(x, "fchmod",  2, a -> fchmod(descriptor(a, "fchmod"), a.integer(1)));
        op(x, "chown",   3, a -> own(paths.written(a, 0), (int) a.longValue(1), (int) a.longValue(2), Posix::chown));
        op(x, "lchown",  3, a -> own(paths.written(a, 0), (int) a.longValue(1), (int) a.longValue(2), Posix::lchown));
        op(x, "fchown",  3, a -> fchown(descriptor(a, "fchown"), (int) a.longValue(1), (int) a.longValue(2)));
        strictOp(x, "utimes",  3, a -> touch(paths.written(a, 0), a.number(1), a.number(2), Posix::utimes));
        strictOp(x, "lutimes", 3, a -> touch(paths.written(a, 0), a.number(1), a.number(2), Posix::lutimes));
        op(x, "futimes", 3, a -> futimes(descriptor(a, "futimes"), a.number(1), a.number(2)));
    }

    /** (source, destination) refuses a copy of a tree before it begins. */
    private Object requireCopy(Args a) {
        paths.read(a, 0);
        paths.written(a, 1);
        return null;
    }

    /** Argument 0, a descriptor of a file whose owner, mode or times are to change: one that may only be read would do. */
    private int descriptor(Args a, String operation) {
        paths.requireUnrestricted(operation);
        return a.integer(0);
    }

    /**
     * Exports an operation twice; the asynchronous form takes its callback as argument {@code arity}. What it has no permission for it
     * tells the callback, at once, as Node does.
     */
    private void op(Exports x, String name, int arity, Operation.Maker maker) {
        x.fn(name, a -> values.of(maker.of(a).run()));
        x.fn(name + "Async", a -> {
            if (env.permissions() == null) submit(maker.of(a), a, arity);
            else submitIfPermitted(maker, a, arity);
            return null;
        });
    }

    /** As {@link #op}, but it throws what it has no permission for. */
    private void strictOp(Exports x, String name, int arity, Operation.Maker maker) {
        x.fn(name, a -> values.of(maker.of(a).run()));
        x.fn(name + "Async", a -> {
            submit(maker.of(a), a, arity);
            return null;
        });
    }

    private void submitIfPermitted(Operation.Maker maker, Args a, int arity) {
        Operation operation;
        try {
            operation = maker.of(a);
        } catch (JsException denied) {
            a.function(arity).call(null, denied.value());
            return;
        }
        submit(operation, a, arity);
    }

    private void submit(Operation operation, Args a, int arity) {
        Callback callback = env.request("FSREQCALLBACK", a.function(arity));
        env.loop().pool().submit(operation::run, (result, error) -> {
            if (error != null) throw new IllegalStateException("fs", error);
            callback.call(values.of(result));
        });
    }

    private JsObject constants() {
        JsObject constants = env.realm().object(null);
        FileConstants.all().forEach(constants::defineConstant);
        return constants;
    }

    /** Defines properties of {@code target} that load the built-in module {@code id} when one of them is first read. */
    private Object lazy(JsObject target, String id, JsObject names) {
        for (Object name : names.elements()) {
            String key = Js.string(name);
            target.defineLazy(key, true, () -> env.builtins().requireObject(id).get(key));
        }
        return null;
    }
}
