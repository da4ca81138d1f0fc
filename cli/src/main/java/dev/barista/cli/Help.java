package dev.barista.cli;

import dev.barista.node.Option;

/** The text of {@code --help}, made from the table of options. */
final class Help {
    private static final int COLUMN = 40;

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                Usage: barista [options] [ script.js ] [arguments]
                       barista [options] -e text [arguments]
                       barista [options] - [arguments]            the program comes from standard input

                Options:
                """);
        for (Option option : Option.values()) {
            StringBuilder flags = new StringBuilder("  ");
            if (option.shortFlag() != null) flags.append(option.shortFlag()).append(", ");
            boolean onByDefault = option.kind() == Option.Kind.FLAG && option.fallback().equals("true");
            flags.append(onByDefault ? "--no-" + option.flag().substring(2) : option.flag());
            if (option.kind() != Option.Kind.FLAG) flags.append("=...");
            if (flags.length() >= COLUMN) flags.append('\n').append(" ".repeat(COLUMN));
            else flags.append(" ".repeat(COLUMN - flags.length()));
            text.append(flags).append(onByDefault && !option.help().startsWith("accepted") ? "don't " : "").append(option.help()).append('\n');
        }
        text.append("""

                Environment variables:
                  NODE_OPTIONS          options that come before those of the command line
                  NODE_PATH             further directories in which modules are looked for, separated by ':'
                  NODE_DEBUG            parts whose debug messages are printed, separated by ','
                  NO_COLOR              no colors in what is printed
                  UV_THREADPOOL_SIZE    threads for file system, DNS and crypto: 1 to 1024, 4 by default
                  BARISTA_JAVA_OPTIONS  options for the JVM
                """);
        return text.toString();
    }
}
