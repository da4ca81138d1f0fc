/** Native addons: Node-API, the C interface that addons are built on. See {@code docs/decisions/native-addons.md}. */
package dev.barista.node.node_api;
