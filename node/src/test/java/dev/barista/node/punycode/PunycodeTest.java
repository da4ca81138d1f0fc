package dev.barista.node.punycode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PunycodeTest {
    /** Samples of RFC 3492, section 7.1. */
    @Test
    void convertsBothWays() throws Punycode.Failed {
        String[][] samples = {
            {"他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"},
            {"3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"},
            {"-> $1.00 <-", "-> $1.00 <--"},
            {"Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"},
        };
        for (String[] sample : samples) {
            assertEquals(sample[1], Punycode.encode(sample[0]));
            assertEquals(sample[0], Punycode.decode(sample[1]));
        }
    }

    @Test
    void namesWhatIsWrong() {
        assertEquals(Punycode.Failure.NOT_BASIC, failure("é-a"));
        assertEquals(Punycode.Failure.INVALID_INPUT, failure("a-!"));
        assertEquals(Punycode.Failure.OVERFLOW, failure("99999999999"));
    }

    private static Punycode.Failure failure(String text) {
        return assertThrows(Punycode.Failed.class, () -> Punycode.decode(text)).failure();
    }
}
