package dev.barista.node.fs;

import static dev.barista.node.fs.PathOperations.*;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
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
    private final ContentOperations contents;

    public FsBinding(Environment env) {
        this.env = env;
        values = new Values(env);
        contents = new ContentOperations(values, new OpenFiles(env));
    }

    @Override
    public void define(Exports x) {
        x.fn("constants", a -> constants());
        x.fn("openWatch", new WatchObject(env, values)::open);
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
        op(x, "stat",   2, a -> status(FileStatus::stat, path(a), a.bool(1)));
        op(x, "lstat",  2, a -> status(FileStatus::lstat, path(a), a.bool(1)));
        op(x, "fstat",  2, a -> fstat(a.integer(0), a.bool(1)));
        op(x, "statfs", 2, a -> statfs(path(a), a.bool(1)));
        op(x, "access", 2, a -> access(path(a), a.integer(1)));
    }

    private void paths(Exports x) {
        op(x, "unlink",   1, a -> onPath(path(a), Posix::unlink));
        op(x, "rename",   2, a -> onPaths(path(a), values.path(a, 1), Posix::rename));
        op(x, "link",     2, a -> onPaths(path(a), values.path(a, 1), Posix::link));
        op(x, "symlink",  2, a -> onPaths(Values.bytes(a, 0), values.path(a, 1), Posix::symlink));
        op(x, "copyFile", 3, a -> copyFile(path(a), values.path(a, 1), a.integer(2)));
        op(x, "readlink", 2, a -> name(path(a), a.bool(1), Posix::readlink));
        op(x, "realpath", 2, a -> name(path(a), a.bool(1), Posix::realpath));
        op(x, "realpathWalk", 2, a -> name(path(a), a.bool(1), RealPath::of));
        op(x, "mkdtemp",  2, a -> mkdtemp(path(a), Values.bytes(a, 0), a.bool(1)));
    }

    private void directories(Exports x) {
        op(x, "mkdir",       2, a -> withInt(path(a), values.mode(a, 1), Posix::mkdir));
        op(x, "mkdirAll",    2, a -> makeAll(path(a), Values.bytes(a, 0), values.mode(a, 1)));
        op(x, "rmdir",       1, a -> onPath(path(a), Posix::rmdir));
        op(x, "removeTree",  1, a -> removeTree(path(a)));
        op(x, "readdir",     3, a -> readdir(path(a), a.bool(1), a.bool(2)));
        op(x, "opendir",     1, a -> opendir(path(a)));
        op(x, "dirRead",     3, a -> dirRead(a.host(0, OpenDirectory.class), a.integer(1), a.bool(2)));
        op(x, "dirClose",    1, a -> a.host(0, OpenDirectory.class)::close);
        op(x, "readdirTree", 3, a -> readdirTree(path(a), a.bool(1), a.integer(2)));
    }

    private void ownership(Exports x) {
        op(x, "chmod",   2, a -> withInt(path(a), a.integer(1), Posix::chmod));
        op(x, "lchmod",  2, a -> withInt(path(a), a.integer(1), Posix::lchmod));
        op(x, "fchmod",  2, a -> fchmod(a.integer(0), a.integer(1)));
        op(x, "chown",   3, a -> own(path(a), (int) a.longValue(1), (int) a.longValue(2), Posix::chown));
        op(x, "lchown",  3, a -> own(path(a), (int) a.longValue(1), (int) a.longValue(2), Posix::lchown));
        op(x, "fchown",  3, a -> fchown(a.integer(0), (int) a.longValue(1), (int) a.longValue(2)));
        op(x, "utimes",  3, a -> touch(path(a), a.number(1), a.number(2), Posix::utimes));
        op(x, "lutimes", 3, a -> touch(path(a), a.number(1), a.number(2), Posix::lutimes));
        op(x, "futimes", 3, a -> futimes(a.integer(0), a.number(1), a.number(2)));
    }

    private byte[] path(Args a) {
        return values.path(a, 0);
    }

    /** Exports an operation twice; the asynchronous form takes its callback as argument {@code arity}. */
    private void op(Exports x, String name, int arity, Operation.Maker maker) {
        x.fn(name, a -> values.of(maker.of(a).run()));
        x.fn(name + "Async", a -> {
            submit(maker.of(a), env.request("FSREQCALLBACK", a.function(arity)));
            return null;
        });
    }

    private void submit(Operation operation, Callback callback) {
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
