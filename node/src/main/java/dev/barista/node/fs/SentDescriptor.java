package dev.barista.node.fs;

import dev.barista.engine.StructuredClone;
import dev.barista.node.posix.Descriptors;

/** A file's descriptor on its way from one thread to another; it is closed where nobody takes it. Any thread. */
record SentDescriptor(int fd) implements StructuredClone.Portable {
    @Override
    public void discard() {
        Descriptors.close(fd);
    }
}
