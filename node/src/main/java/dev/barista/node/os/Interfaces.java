package dev.barista.node.os;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The addresses of the network interfaces that are up and running. Loop thread only; asking the system may take a moment. */
final class Interfaces {
    /**
     * One address.
     *
     * @param prefix how many leading bits name the network
     * @param scope the zone of a link-local IPv6 address, 0 for others, −1 for IPv4
     */
    record Address(String name, byte[] address, int prefix, String mac, boolean internal, int scope) {
        /** As text, without a scope. */
        String text() throws IOException {
            return scope < 0 ? InetAddress.getByAddress(address).getHostAddress() : Ipv6Text.of(address);
        }

        String netmask() throws IOException {
            byte[] mask = new byte[address.length];
            for (int i = 0; i < prefix; i++) mask[i / 8] |= (byte) (0x80 >> i % 8);
            return scope < 0 ? InetAddress.getByAddress(mask).getHostAddress() : Ipv6Text.of(mask);
        }
    }

    private Interfaces() { }

    /** IPv4 first, then IPv6, each by interface. */
    static List<Address> all() throws IOException {
        List<NetworkInterface> up = new ArrayList<>();
        for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
            addUp(device, up);
            for (NetworkInterface alias : device.subInterfaces().toList()) addUp(alias, up);
        }
        up.sort(Comparator.comparingInt(NetworkInterface::getIndex));
        List<Address> all = new ArrayList<>();
        for (NetworkInterface device : up) collect(device, Inet4Address.class, all);
        for (NetworkInterface device : up) collect(device, Inet6Address.class, all);
        return all;
    }

    private static void addUp(NetworkInterface device, List<NetworkInterface> up) throws IOException {
        if (device.isUp()) up.add(device);
    }

    private static void collect(NetworkInterface device, Class<? extends InetAddress> family, List<Address> all) throws IOException {
        byte[] hardware = device.getHardwareAddress();
        String mac = hardware == null ? "00:00:00:00:00:00" : HexFormat.ofDelimiter(":").formatHex(hardware);
        for (InterfaceAddress a : device.getInterfaceAddresses().reversed()) {
            if (!family.isInstance(a.getAddress())) continue;
            int scope = !(a.getAddress() instanceof Inet6Address v6) ? -1 : v6.isLinkLocalAddress() ? v6.getScopeId() : 0;
            all.add(new Address(device.getName(), a.getAddress().getAddress(), a.getNetworkPrefixLength(), mac, device.isLoopback(), scope));
        }
    }
}
