package dev.barista.node.posix;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code fs.constants}: this platform's numbers under Node's names, in Node's order. Any thread. */
public final class FileConstants {
    private FileConstants() { }

    public static Map<String, Integer> all() {
        Map<String, Integer> c = new LinkedHashMap<>();
        c.put("UV_FS_SYMLINK_DIR", 1);
        c.put("UV_FS_SYMLINK_JUNCTION", 2);
        c.put("O_RDONLY", Platform.O_RDONLY);
        c.put("O_WRONLY", Platform.O_WRONLY);
        c.put("O_RDWR", Platform.O_RDWR);
        String[] types = {"UNKNOWN", "FILE", "DIR", "LINK", "FIFO", "SOCKET", "CHAR", "BLOCK"};
        for (int i = 0; i < types.length; i++) c.put("UV_DIRENT_" + types[i], i);
        c.put("S_IFMT", FileStatus.S_IFMT);
        c.put("S_IFREG", FileStatus.S_IFREG);
        c.put("S_IFDIR", FileStatus.S_IFDIR);
        c.put("S_IFCHR", FileStatus.S_IFCHR);
        c.put("S_IFBLK", FileStatus.S_IFBLK);
        c.put("S_IFIFO", FileStatus.S_IFIFO);
        c.put("S_IFLNK", FileStatus.S_IFLNK);
        c.put("S_IFSOCK", FileStatus.S_IFSOCK);
        c.put("O_CREAT", Platform.O_CREAT);
        c.put("O_EXCL", Platform.O_EXCL);
        c.put("UV_FS_O_FILEMAP", 0);
        c.put("O_NOCTTY", Platform.O_NOCTTY);
        c.put("O_TRUNC", Platform.O_TRUNC);
        c.put("O_APPEND", Platform.O_APPEND);
        c.put("O_DIRECTORY", Platform.O_DIRECTORY);
        if (Platform.LINUX) c.put("O_NOATIME", Platform.O_NOATIME);
        c.put("O_NOFOLLOW", Platform.O_NOFOLLOW);
        c.put("O_SYNC", Platform.O_SYNC);
        c.put("O_DSYNC", Platform.O_DSYNC);
        if (Platform.MACOS) c.put("O_SYMLINK", Platform.O_SYMLINK);
        if (Platform.LINUX) c.put("O_DIRECT", Platform.O_DIRECT);
        c.put("O_NONBLOCK", Platform.O_NONBLOCK);
        String[] who = {"USR", "GRP", "OTH"};
        for (int i = 0; i < who.length; i++) {
            int shift = 3 * (2 - i);
            c.put("S_IRWX" + who[i].charAt(0), 7 << shift);
            c.put("S_IR" + who[i], 4 << shift);
            c.put("S_IW" + who[i], 2 << shift);
            c.put("S_IX" + who[i], 1 << shift);
        }
        c.put("F_OK", 0);
        c.put("R_OK", 4);
        c.put("W_OK", 2);
        c.put("X_OK", 1);
        copyFlag(c, "EXCL", CopyFile.EXCL);
        copyFlag(c, "FICLONE", CopyFile.FICLONE);
        copyFlag(c, "FICLONE_FORCE", CopyFile.FICLONE_FORCE);
        return c;
    }

    private static void copyFlag(Map<String, Integer> c, String name, int value) {
        c.put("UV_FS_COPYFILE_" + name, value);
        c.put("COPYFILE_" + name, value);
    }
}
