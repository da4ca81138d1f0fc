package dev.barista.node.zlib;

/** zlib's return codes and flush kinds. Source: zlib.h. */
final class ZlibStatus {
    static final int NO_FLUSH = 0;
    static final int FINISH = 4;

    static final int OK = 0;
    static final int STREAM_END = 1;
    static final int NEED_DICT = 2;
    static final int DATA_ERROR = -3;
    static final int BUF_ERROR = -5;

    private static final String[] POSITIVE = {"Z_OK", "Z_STREAM_END", "Z_NEED_DICT"};
    private static final String[] NEGATIVE =
        {"Z_OK", "Z_ERRNO", "Z_STREAM_ERROR", "Z_DATA_ERROR", "Z_MEM_ERROR", "Z_BUF_ERROR", "Z_VERSION_ERROR"};

    private ZlibStatus() {}

    static String name(int status) {
        return status < 0 ? NEGATIVE[-status] : POSITIVE[status];
    }
}
