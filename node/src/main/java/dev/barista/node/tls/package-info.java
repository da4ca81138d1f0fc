/** Transport Layer Security: {@code node:tls} on the system's OpenSSL. */
package dev.barista.node.tls;
