package dev.barista.node.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.barista.loop.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names and addresses by the system's own resolver: {@code getaddrinfo(3)}, {@code getnameinfo(3)}. They block. Any thread. */
public final class AddressInfo {
    /** Flags of {@link #lookup}: only families that the machine has an address of. */
    public static final int ADDRCONFIG = Platform.MACOS ? 0x400 : 0x20;

    /** With {@link #V4MAPPED}: IPv6 and mapped IPv4 addresses. */
    public static final int ALL = Platform.MACOS ? 0x100 : 0x10;

    /** IPv4 addresses as IPv6 ones where IPv6 is asked for and there are none. */
    public static final int V4MAPPED = Platform.MACOS ? 0x800 : 0x8;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = Platform.MACOS ? 30 : 10;
    private static final int SOCK_STREAM = 1;
    private static final int ADDRINFO_BYTES = 48;
    private static final int ADDRESS_AT = Platform.MACOS ? 32 : 24;
    private static final int NEXT_AT = 40;
    private static final int IPV4_AT = 4;
    private static final int IPV6_AT = 8;
    private static final int SOCKADDR_BYTES = 28;
    private static final int NAME_BYTES = 1025;
    private static final int SERVICE_BYTES = 32;
    private static final int NI_NAMEREQD = Platform.MACOS ? 4 : 8;

    private AddressInfo() {}

    /**
     * The addresses of a host, in the system's order.
     *
     * @param family 4, 6, or 0 for both
     * @return a list of byte arrays, of 4 or 16 bytes; or an {@link Integer}: a negative errno
     */
    public static Object lookup(String host, int family, int flags) {
        Scratch scratch = Scratch.current();
        long name = scratch.path(host.getBytes(StandardCharsets.UTF_8));
        if (name < 0) return Errno.EAI_NONAME.code();
        ByteBuffer data = scratch.data(ADDRINFO_BYTES + Long.BYTES);
        for (int i = 0; i < ADDRINFO_BYTES + Long.BYTES; i++) data.put(i, (byte) 0);
        data.putInt(0, flags).putInt(4, domain(family)).putInt(8, SOCK_STREAM);
        long result = scratch.dataAddress() + ADDRINFO_BYTES;
        int code = (int) Libc.GETADDRINFO.raw(scratch, name, 0, scratch.dataAddress(), result, 0, 0);
        if (code != 0) return errno(code, scratch);
        long list = data.getLong(ADDRINFO_BYTES);
        List<byte[]> addresses = new ArrayList<>();
        for (long at = list; at != 0; ) {
            MemorySegment info = MemorySegment.ofAddress(at).reinterpret(ADDRINFO_BYTES);
            byte[] address = address(info.get(JAVA_INT, 4), info.get(JAVA_LONG, ADDRESS_AT));
            if (address != null) addresses.add(address);
            at = info.get(JAVA_LONG, NEXT_AT);
        }
        Libc.FREEADDRINFO.raw(scratch, list, 0, 0, 0, 0, 0);
        return addresses;
    }

    private static int domain(int family) {
        return family == 4 ? AF_INET : family == 6 ? AF_INET6 : 0;
    }

    private static byte[] address(int domain, long at) {
        if (domain != AF_INET && domain != AF_INET6) return null;
        int length = domain == AF_INET ? 4 : 16;
        int offset = domain == AF_INET ? IPV4_AT : IPV6_AT;
        return MemorySegment.ofAddress(at + offset).reinterpret(length).toArray(JAVA_BYTE);
    }

    /**
     * The names of an address and a port.
     *
     * @return a {@code String[]} of host and service; or an {@link Integer}: a negative errno
     */
    public static Object names(byte[] address, int scope, int port) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(SOCKADDR_BYTES, Long.BYTES);
            boolean v6 = address.length != 4;
            int length = v6 ? SOCKADDR_BYTES : 16;
            if (Platform.MACOS) {
                name.set(JAVA_BYTE, 0, (byte) length);
                name.set(JAVA_BYTE, 1, (byte) (v6 ? AF_INET6 : AF_INET));
            } else {
                name.set(JAVA_BYTE, 0, (byte) (v6 ? AF_INET6 : AF_INET));
            }
            name.set(JAVA_BYTE, 2, (byte) (port >> 8));
            name.set(JAVA_BYTE, 3, (byte) port);
            MemorySegment.copy(address, 0, name, JAVA_BYTE, v6 ? IPV6_AT : IPV4_AT, address.length);
            if (v6) name.set(JAVA_INT, 24, scope);
            MemorySegment host = arena.allocate(NAME_BYTES);
            MemorySegment service = arena.allocate(SERVICE_BYTES);
            int code = (int) NamesHandle.CALL.invokeExact(name, length, host, NAME_BYTES, service, SERVICE_BYTES, NI_NAMEREQD);
            if (code != 0) return errno(code, null);
            return new String[] {host.getString(0), service.getString(0)};
        } catch (Throwable e) {
            throw new AssertionError(e); // a downcall throws nothing
        }
    }

    /** Seven arguments: more than the shape of {@link Libc} has. */
    private static final class NamesHandle {
        static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("getnameinfo"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    }

    /** libuv's number for the C library's. */
    private static int errno(int code, Scratch scratch) {
        Errno errno = Platform.MACOS ? darwin(code) : linux(code);
        if (errno != null) return errno.code();
        return scratch == null ? Errno.EAI_FAIL.code() : -scratch.errno(); // the system's own error
    }

    private static Errno linux(int code) {
        return switch (code) {
            case -1 -> Errno.EAI_BADFLAGS;
            case -2 -> Errno.EAI_NONAME;
            case -3 -> Errno.EAI_AGAIN;
            case -4 -> Errno.EAI_FAIL;
            case -5 -> Errno.EAI_NODATA;
            case -6 -> Errno.EAI_FAMILY;
            case -7 -> Errno.EAI_SOCKTYPE;
            case -8 -> Errno.EAI_SERVICE;
            case -9 -> Errno.EAI_ADDRFAMILY;
            case -10 -> Errno.EAI_MEMORY;
            case -12 -> Errno.EAI_OVERFLOW;
            case -101 -> Errno.EAI_CANCELED;
            default -> null;
        };
    }

    private static Errno darwin(int code) {
        return switch (code) {
            case 1 -> Errno.EAI_ADDRFAMILY;
            case 2 -> Errno.EAI_AGAIN;
            case 3 -> Errno.EAI_BADFLAGS;
            case 4 -> Errno.EAI_FAIL;
            case 5 -> Errno.EAI_FAMILY;
            case 6 -> Errno.EAI_MEMORY;
            case 7 -> Errno.EAI_NODATA;
            case 8 -> Errno.EAI_NONAME;
            case 9 -> Errno.EAI_SERVICE;
            case 10 -> Errno.EAI_SOCKTYPE;
            case 14 -> Errno.EAI_OVERFLOW;
            default -> null;
        };
    }
}
