package dev.barista.node.node_api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.barista.node.posix.DynamicLinker;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The image that gives addons their functions: what can be seen of it without an addon. */
class ShimTest {
    private static final int MACHINE = 18;

    @Test
    void everyFunctionHasAPlaceAndANameOfItsOwn() {
        FunctionTable table = FunctionTable.whole();
        Set<String> names = new HashSet<>();
        for (int i = 1; i < table.places(); i++) {
            assertThat(table.at(i).name()).startsWith(table.at(i).name().startsWith("napi") ? "napi_" : "node_api_");
            assertThat(names.add(table.at(i).name())).as(table.at(i).name()).isTrue();
        }
    }

    @Test
    void functionsOfWhatThreadsShareComeFirst() {
        FunctionTable table = FunctionTable.whole();
        for (int i = 1; i < table.places(); i++) {
            assertThat(table.at(i).shape() == FunctionTable.Shape.SHARED).as(table.at(i).name()).isEqualTo(i < table.sharedPlaces());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theImageIsASharedObjectForItsMachine(Machine machine) {
        ByteBuffer image = ByteBuffer.wrap(Shim.image(machine)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(image.getInt(0)).isEqualTo(0x464C457F);
        assertThat((int) image.getShort(MACHINE)).isEqualTo(machine.elfNumber());
    }

    @Test
    void theLinkerLoadsItAndFindsItsFunctions() {
        assumeTrue(Machine.current() != null && System.getProperty("os.name").equals("Linux"));
        long handle = DynamicLinker.openImage("node-api-test", Shim.image(Machine.current()), DynamicLinker.RTLD_NOW);
        assertThat(handle).as(() -> DynamicLinker.error()).isNotZero();
        FunctionTable table = FunctionTable.whole();
        Set<Long> addresses = new HashSet<>();
        for (int i = 1; i < table.places(); i++) addresses.add(DynamicLinker.symbol(handle, table.at(i).name()));
        assertThat(addresses).hasSize(table.places() - 1).doesNotContain(0L);
        assertThat(DynamicLinker.symbol(handle, "napi_no_such_function")).isZero();
        assertThat(NativeCalls.call(DynamicLinker.symbol(handle, "napi_get_undefined"), 0, 0, 0, 0) & 0xFFFF_FFFFL).isEqualTo(Status.INVALID_ARG);
        DynamicLinker.close(handle);
    }
}
