/** HTTP/2's mechanism: frames, header compression, streams and flow control, and the calls between them and JavaScript. */
package dev.barista.node.http2;
