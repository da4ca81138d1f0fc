/** SQL databases in files and in memory, on the system's SQLite. */
package dev.barista.node.sqlite;
