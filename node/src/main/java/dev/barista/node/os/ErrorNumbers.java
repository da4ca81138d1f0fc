package dev.barista.node.os;

import dev.barista.loop.Errno;

/**
 * The rows of {@code os.constants.errno}: POSIX's errors, most of which the loop's {@link Errno} knows the numbers of. The rest,
 * to which libuv gives no name, stand here with their numbers.
 */
enum ErrorNumbers {
    //             linux darwin
    E2BIG, EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN, EALREADY, EBADF,
    EBADMSG(74,    94),
    EBUSY, ECANCELED,
    ECHILD(10,     10),
    ECONNABORTED, ECONNREFUSED, ECONNRESET,
    EDEADLK(35,    11),
    EDESTADDRREQ,
    EDOM(33,       33),
    EDQUOT(122,    69),
    EEXIST, EFAULT, EFBIG, EHOSTUNREACH,
    EIDRM(43,      90),
    EILSEQ,
    EINPROGRESS(115, 36),
    EINTR, EINVAL, EIO, EISCONN, EISDIR, ELOOP, EMFILE, EMLINK, EMSGSIZE,
    EMULTIHOP(72,  95),
    ENAMETOOLONG, ENETDOWN,
    ENETRESET(102, 52),
    ENETUNREACH, ENFILE, ENOBUFS, ENODATA, ENODEV, ENOENT,
    ENOEXEC(8,     8),
    ENOLCK(37,     77),
    ENOLINK(67,    97),
    ENOMEM,
    ENOMSG(42,     91),
    ENOPROTOOPT, ENOSPC,
    ENOSR(63,      98),
    ENOSTR(60,     99),
    ENOSYS, ENOTCONN, ENOTDIR, ENOTEMPTY, ENOTSOCK, ENOTSUP, ENOTTY, ENXIO,
    EOPNOTSUPP(95, 102),
    EOVERFLOW, EPERM, EPIPE, EPROTO, EPROTONOSUPPORT, EPROTOTYPE, ERANGE, EROFS, ESPIPE, ESRCH,
    ESTALE(116,    70),
    ETIME(62,      101),
    ETIMEDOUT, ETXTBSY,
    EWOULDBLOCK(11, 35),
    EXDEV;

    private final int number;

    ErrorNumbers() {
        this.number = Errno.valueOf(name()).number();
    }

    ErrorNumbers(int linux, int darwin) {
        this.number = System.getProperty("os.name").startsWith("Mac") ? darwin : linux;
    }

    int number() {
        return number;
    }
}
