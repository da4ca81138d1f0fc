package dev.barista.node.http2;

/** A stream as JavaScript holds it. Loop thread only. */
record StreamHandle(Connection connection, Http2Stream stream) {}
