/** The embedding API: Node programs inside a Java program. The only package that users compile against. */
package dev.barista;
