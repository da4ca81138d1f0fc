package dev.barista.node.node_api;

import java.nio.ByteBuffer;

/**
 * The machine code of the functions that addons are linked to, for each processor. Nearly all do one thing: to go on at the address that
 * stands at their index in the table that their first argument points to. Any thread.
 *
 * <p>Addresses are offsets in the image, which is loaded as a whole. Sources: Intel's and Arm's manuals, the System V ABI's parts for both.
 */
enum Machine {
    X86_64(62) {
        @Override
        void stub(ByteBuffer code, int index) {
            put(code, 0x48, 0x85, 0xFF,                // test rdi, rdi
                    0x74, 0x0B,                        // jz   null
                    0xB8).putInt(index);               // mov  eax, index        for the resolver
            put(code, 0xFF, 0xA7).putInt(index * Long.BYTES);   // jmp  [rdi + 8 * index]
            put(code, 0xB8).putInt(Status.INVALID_ARG);         // null: mov eax, napi_invalid_arg
            put(code, 0xC3);                           // ret
        }

        @Override
        void resolver(ByteBuffer code) {
            put(code, 0x55,                            // push rbp
                    0x48, 0x89, 0xE5,                  // mov  rbp, rsp
                    0x48, 0x83, 0xEC, 0x40,            // sub  rsp, 64
                    0x48, 0x89, 0x7D, 0xF8,            // mov  [rbp - 8], rdi
                    0x48, 0x89, 0x75, 0xF0,            // mov  [rbp - 16], rsi
                    0x48, 0x89, 0x55, 0xE8,            // mov  [rbp - 24], rdx
                    0x48, 0x89, 0x4D, 0xE0,            // mov  [rbp - 32], rcx
                    0x4C, 0x89, 0x45, 0xD8,            // mov  [rbp - 40], r8
                    0x4C, 0x89, 0x4D, 0xD0,            // mov  [rbp - 48], r9
                    0xF2, 0x0F, 0x11, 0x45, 0xC8,      // movsd [rbp - 56], xmm0
                    0x89, 0xC6,                        // mov  esi, eax
                    0xFF, 0x17,                        // call [rdi]
                    0x48, 0x8B, 0x7D, 0xF8,            // mov  rdi, [rbp - 8]
                    0x48, 0x8B, 0x75, 0xF0,            // mov  rsi, [rbp - 16]
                    0x48, 0x8B, 0x55, 0xE8,            // mov  rdx, [rbp - 24]
                    0x48, 0x8B, 0x4D, 0xE0,            // mov  rcx, [rbp - 32]
                    0x4C, 0x8B, 0x45, 0xD8,            // mov  r8, [rbp - 40]
                    0x4C, 0x8B, 0x4D, 0xD0,            // mov  r9, [rbp - 48]
                    0xF2, 0x0F, 0x10, 0x45, 0xC8,      // movsd xmm0, [rbp - 56]
                    0xC9,                              // leave
                    0xFF, 0xE0);                       // jmp  rax
        }

        @Override
        void stackPointer(ByteBuffer code) {
            put(code, 0x48, 0x89, 0xE0,                // mov  rax, rsp
                    0xC3);                             // ret
        }

        @Override
        void store(ByteBuffer code, long slot) {
            put(code, 0x48, 0x89, 0x3D).putInt(relative(code, slot));   // mov [slot], rdi
            put(code, 0xC3);                                            // ret
        }

        @Override
        void jump(ByteBuffer code, long slot) {
            put(code, 0xFF, 0x25).putInt(relative(code, slot));         // jmp [slot]
        }

        /** From the end of the instruction, of which the four bytes to be written are the last. */
        private int relative(ByteBuffer code, long slot) {
            return (int) (slot - code.position() - Integer.BYTES);
        }
    },

    AARCH64(183) {
        @Override
        void stub(ByteBuffer code, int index) {
            words(code, 0xB400_0080,                   // cbz  x0, null
                    0x5280_0010 | index << 5,          // mov  w16, index        for the resolver
                    0xF940_0011 | index << 10,         // ldr  x17, [x0, 8 * index]
                    0xD61F_0220,                       // br   x17
                    0x5280_0000 | Status.INVALID_ARG << 5,   // null: mov w0, napi_invalid_arg
                    0xD65F_03C0);                      // ret
        }

        @Override
        void resolver(ByteBuffer code) {
            words(code, 0xA9BA_7BFD,                   // stp  x29, x30, [sp, -96]!
                    0xA901_07E0,                       // stp  x0, x1, [sp, 16]
                    0xA902_0FE2,                       // stp  x2, x3, [sp, 32]
                    0xA903_17E4,                       // stp  x4, x5, [sp, 48]
                    0xA904_1FE6,                       // stp  x6, x7, [sp, 64]
                    0xFD00_2BE0,                       // str  d0, [sp, 80]
                    0x2A10_03E1,                       // mov  w1, w16
                    0xF940_0011,                       // ldr  x17, [x0]
                    0xD63F_0220,                       // blr  x17
                    0xAA00_03F1,                       // mov  x17, x0
                    0xA941_07E0,                       // ldp  x0, x1, [sp, 16]
                    0xA942_0FE2,                       // ldp  x2, x3, [sp, 32]
                    0xA943_17E4,                       // ldp  x4, x5, [sp, 48]
                    0xA944_1FE6,                       // ldp  x6, x7, [sp, 64]
                    0xFD40_2BE0,                       // ldr  d0, [sp, 80]
                    0xA8C6_7BFD,                       // ldp  x29, x30, [sp], 96
                    0xD61F_0220);                      // br   x17
        }

        @Override
        void stackPointer(ByteBuffer code) {
            words(code, 0x9100_03E0,                   // mov  x0, sp
                    0xD65F_03C0);                      // ret
        }

        @Override
        void store(ByteBuffer code, long slot) {
            words(code, adr(code, slot),               // adr  x16, slot
                    0xF900_0200,                       // str  x0, [x16]
                    0xD65F_03C0);                      // ret
        }

        @Override
        void jump(ByteBuffer code, long slot) {
            words(code, adr(code, slot),               // adr  x16, slot
                    0xF940_0210,                       // ldr  x16, [x16]
                    0xD61F_0200);                      // br   x16
        }

        private int adr(ByteBuffer code, long slot) {
            int distance = (int) (slot - code.position());
            return 0x1000_0010 | (distance & 3) << 29 | (distance >> 2 & 0x7_FFFF) << 5;
        }
    };

    /** How many bytes {@link #stub} may take. */
    static final int STUB_BYTES = 32;

    private final int elfNumber;

    Machine(int elfNumber) {
        this.elfNumber = elfNumber;
    }

    /** This computer's; {@code null} if it is none of these. */
    static Machine current() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> null;
        };
    }

    /** What ELF's {@code e_machine} says. */
    int elfNumber() {
        return elfNumber;
    }

    /** A function that goes on at {@code ((void**) first)[index]}, or returns {@code napi_invalid_arg} if its first argument is null. */
    abstract void stub(ByteBuffer code, int index);

    /**
     * What stands in a table where a function was not called yet: it calls {@code first[0]} with the first argument and the index, and goes
     * on at the address that comes back with all arguments as they were.
     */
    abstract void resolver(ByteBuffer code);

    /** A function that returns where on its thread's stack its caller is. */
    abstract void stackPointer(ByteBuffer code);

    /** A function that puts its first argument into a slot. */
    abstract void store(ByteBuffer code, long slot);

    /** A function that goes on at the address in a slot. */
    abstract void jump(ByteBuffer code, long slot);

    private static ByteBuffer put(ByteBuffer code, int... octets) {
        for (int octet : octets) code.put((byte) octet);
        return code;
    }

    private static void words(ByteBuffer code, int... words) {
        for (int word : words) code.putInt(word);
    }
}
