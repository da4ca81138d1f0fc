package dev.barista.node.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"import a from 'a'", "const a = 1; export { a }", "(await x)", "exports.export", "await", "$import", "é await"})
    void findsWordsOfModules(String text) {
        assertThat(ModuleWords.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "module.exports = 1", "_import", "importer", "awaits", "await1", "reexport", "IMPORT"})
    void passesOverLongerWords(String text) {
        assertThat(ModuleWords.in(text)).isFalse();
    }
}
