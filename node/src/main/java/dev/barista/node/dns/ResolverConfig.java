package dev.barista.node.dns;

import dev.barista.node.net.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the system's files say of names: {@code resolv.conf(5)}, {@code hosts(5)}. Any thread. */
final class ResolverConfig {
    static final int PORT = 53;

    private ResolverConfig() {}

    /** The name servers; this machine itself where none is named. */
    static List<InetSocketAddress> servers() {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String line : lines("/etc/resolv.conf")) {
            String[] words = line.trim().split("\\s+");
            InetAddress address = words.length > 1 && words[0].equals("nameserver") ? IpAddress.parse(words[1]) : null;
            if (address != null) servers.add(new InetSocketAddress(address, PORT));
        }
        if (servers.isEmpty()) servers.add(new InetSocketAddress(IpAddress.parse("127.0.0.1"), PORT));
        return servers;
    }

    /** The names that the hosts file gives an address. */
    static List<String> hostNames(InetAddress address) {
        List<String> names = new ArrayList<>();
        for (String line : lines("/etc/hosts")) {
            int comment = line.indexOf('#');
            String[] words = (comment < 0 ? line : line.substring(0, comment)).trim().split("\\s+");
            if (words.length > 1 && address.equals(IpAddress.parse(words[0]))) names.addAll(Arrays.asList(words).subList(1, words.length));
        }
        return names;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of(); // a machine without the file has nothing to say
        }
    }
}
