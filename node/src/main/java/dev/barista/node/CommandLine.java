package dev.barista.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A parsed command line: options, the script and its arguments. Node's rules: options end at the first word that is none, or at
 * {@code --}; {@code NODE_OPTIONS} comes first, so that the command line overrides it.
 *
 * @param options what was given
 * @param execArguments the options as they were written: {@code process.execArgv}
 * @param script the program's file, or {@code null}
 * @param arguments what follows it
 * @param variables the environment variables, with those of the files that the options name
 */
public record CommandLine(OptionValues options, List<String> execArguments, String script, List<String> arguments, Map<String, String> variables) {
    private static final double MOST_PERCENT = 100;
    /** The variable of a program that another process watches. */
    private static final String WATCHED = "WATCH_REPORT_DEPENDENCIES";

    /** A command line that cannot be obeyed; the message is Node's, without the command's name. */
    public static final class BadOptionException extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int INVALID_ARGUMENT = 9;
        private static final int INVALID_REVERT = 12;

        private final int exitCode;

        BadOptionException(String message) {
            this(message, INVALID_ARGUMENT);
        }

        private BadOptionException(String message, int exitCode) {
            super(message);
            this.exitCode = exitCode;
        }

        private static BadOptionException notToRevert(String vulnerability) {
            return new BadOptionException("Error: Attempt to revert an unknown CVE [" + vulnerability + "]", INVALID_REVERT);
        }

        /** The code that the process ends with. */
        public int exitCode() {
            return exitCode;
        }
    }

    /**
     * Reads a command line and the files of variables that it names; where one of those sets {@code NODE_OPTIONS}, that counts too.
     *
     * @param variables the environment variables
     * @param cwd what paths are relative to
     * @param notice gets lines that are to be printed
     */
    public static CommandLine parse(List<String> words, Map<String, String> variables, Path cwd, Consumer<String> notice) throws BadOptionException {
        CommandLine line = parse(words, variables);
        Map<String, String> merged = EnvFiles.merged(line.options, variables, cwd, notice);
        return merged == variables || line.watchesProgram() ? line : parse(words, merged);
    }

    /** Whether the program runs in a process of its own, which reads the files of variables anew each time, and this one watches. */
    public boolean watchesProgram() {
        return options.is(Option.WATCH) && !options.is(Option.TEST);
    }

    private static CommandLine parse(List<String> words, Map<String, String> variables) throws BadOptionException {
        Parser parser = new Parser(variables);
        String nodeOptions = variables.get("NODE_OPTIONS");
        if (nodeOptions != null) parser.environment(split(nodeOptions));
        if (variables.containsKey(WATCHED)) parser.doNotWatch();
        return parser.commandLine(words, variables);
    }

    /**
     * The options of a worker.
     *
     * @param words options only: what follows the first word that is none is left out
     * @param variables its environment variables
     * @param badWords gets what is wrong with {@code words}
     * @param badNodeOptions gets what is wrong with the variable {@code NODE_OPTIONS}
     */
    public static CommandLine parseForThread(List<String> words, Map<String, String> variables, List<String> badWords, List<String> badNodeOptions) {
        Parser parser = new Parser(variables);
        String nodeOptions = variables.get("NODE_OPTIONS");
        try {
            if (nodeOptions != null) parser.threadEnvironment(split(nodeOptions), badNodeOptions);
        } catch (BadOptionException e) {
            badNodeOptions.add(e.getMessage());
        }
        return parser.threadCommandLine(words, badWords);
    }

    private static final class Parser {
        private final Map<String, Option> byFlag = Option.byFlag();
        private final OptionValues values = new OptionValues();
        private final List<String> execArguments = new ArrayList<>();
        private List<String> words;
        private int at;

        /** @param variables those that are options by themselves are where it begins */
        Parser(Map<String, String> variables) {
            if ("1".equals(variables.get("NODE_PENDING_DEPRECATION"))) values.put(Option.PENDING_DEPRECATION, "true");
            if ("1".equals(variables.get("NODE_PRESERVE_SYMLINKS"))) values.put(Option.PRESERVE_SYMLINKS, "true");
            if ("1".equals(variables.get("NODE_PRESERVE_SYMLINKS_MAIN"))) values.put(Option.PRESERVE_SYMLINKS_MAIN, "true");
            if ("1".equals(variables.get("NODE_USE_ENV_PROXY"))) values.put(Option.USE_ENV_PROXY, "true");
        }

        void environment(List<String> given) throws BadOptionException {
            words = given;
            for (at = 0; at < words.size(); ) {
                String word = words.get(at);
                Option option = find(word);
                if (option == null ? !IgnoredFlags.accepts(word) : !option.inNodeOptions()) {
                    throw new BadOptionException(word + " is not allowed in NODE_OPTIONS");
                }
                option(word);
            }
        }

        /** A watched program has its watcher's {@code NODE_OPTIONS}, and is not to watch another one. */
        void doNotWatch() {
            values.remove(Option.WATCH, Option.WATCH_PATH);
        }

        CommandLine commandLine(List<String> given, Map<String, String> variables) throws BadOptionException {
            words = given;
            at = 0;
            while (at < words.size() && words.get(at).startsWith("-") && !words.get(at).equals("-")) {
                if (words.get(at).equals("--")) {
                    at++;
                    break;
                }
                int from = at;
                option(words.get(at));
                execArguments.addAll(words.subList(from, at));
            }
            checkTogether();
            boolean text = values.isGiven(Option.EVAL);
            String script = !text && at < words.size() ? words.get(at++) : null;
            return new CommandLine(values, List.copyOf(execArguments), script, List.copyOf(words.subList(at, words.size())), variables);
        }

        void threadEnvironment(List<String> given, List<String> bad) throws BadOptionException {
            words = given;
            for (at = 0; at < words.size(); ) {
                String word = words.get(at);
                Option option = find(word);
                if (option == null ? IgnoredFlags.acceptsInThread(word) : option.inNodeOptions() && !option.isOfProcess()) {
                    option(word);
                } else {
                    int equals = word.indexOf('=');
                    bad.add((equals < 0 ? word : word.substring(0, equals + 1)) + " is not allowed in NODE_OPTIONS");
                    at++;
                }
            }
        }

        CommandLine threadCommandLine(List<String> given, List<String> bad) {
            words = given;
            for (at = 0; at < words.size() && words.get(at).startsWith("-") && !words.get(at).equals("--"); ) {
                String word = words.get(at);
                Option option = find(word);
                if (option == null ? !IgnoredFlags.acceptsInThread(word) : option.isOfProcess()) {
                    bad.add(word);
                    at++;
                    continue;
                }
                try {
                    option(word);
                } catch (BadOptionException e) {
                    bad.add(e.getMessage());
                }
            }
            return new CommandLine(values, List.copyOf(words.subList(0, at)), null, List.of(), Map.of());
        }

        private Option find(String word) {
            String name = Option.flagOf(word);
            Option option = byFlag.get(name);
            if (option == null && name.startsWith("--no-")) option = byFlag.get("--" + name.substring(5));
            return option;
        }

        private void option(String word) throws BadOptionException {
            at++;
            if (word.equals("-pe") || word.equals("-ep")) {
                values.put(Option.PRINT, "true");
                values.put(Option.EVAL, argument("--eval"));
                return;
            }
            Option option = find(word);
            if (option == null) {
                if (IgnoredFlags.isInvalidNegation(word)) throw invalidNegation(word);
                if (!IgnoredFlags.accepts(word)) throw new BadOptionException("bad option: " + word);
                return;
            }
            boolean negative = !byFlag.containsKey(Option.flagOf(word));
            if (option.kind() == Option.Kind.FLAG) {   // what follows an equals sign is ignored, as in Node
                values.put(option, Boolean.toString(!negative));
                if (option == Option.PRINT && at < words.size() && !isOption(words.get(at))) values.put(Option.EVAL, argument(word));
                return;
            }
            if (negative) throw invalidNegation(word);
            int equals = word.indexOf('=');
            String value = equals < 0 ? null : word.substring(equals + 1);
            values.put(option, value(option, word, value == null ? argument(word) : value));
        }

        private static BadOptionException invalidNegation(String word) {
            return new BadOptionException(word + " is an invalid negation because it is not a boolean option");
        }

        /** Options that exclude each other. */
        private void checkTogether() throws BadOptionException {
            if (values.isGiven(Option.WATCH_PATH)) values.put(Option.WATCH, "true");
            if (values.is(Option.TEST)) {
                if (values.is(Option.CHECK)) throw notBoth(Option.TEST, Option.CHECK);
                if (values.is(Option.INTERACTIVE)) throw notBoth(Option.TEST, Option.INTERACTIVE);
                if (values.isGiven(Option.EVAL)) throw notBoth(Option.TEST, Option.EVAL);
                if (values.isGiven(Option.WATCH_PATH)) throw new BadOptionException("--watch-path cannot be used in combination with --test");
            }
            if (values.is(Option.WATCH)) checkWatch();
            if (values.is(Option.CHECK) && values.isGiven(Option.EVAL)) throw notBoth(Option.CHECK, Option.EVAL);
            if (values.is(Option.TLS_MIN_V1_3) && values.is(Option.TLS_MAX_V1_2)) throw notBoth(Option.TLS_MIN_V1_3, Option.TLS_MAX_V1_2);
            if (values.is(Option.USE_OPENSSL_CA) && values.is(Option.USE_BUNDLED_CA)) throw notBoth(Option.USE_OPENSSL_CA, Option.USE_BUNDLED_CA);
            for (String vulnerability : values.list(Option.SECURITY_REVERT)) throw BadOptionException.notToRevert(vulnerability);
        }

        private void checkWatch() throws BadOptionException {
            if (values.is(Option.CHECK)) throw notBoth(Option.WATCH, Option.CHECK);
            if (values.isGiven(Option.EVAL)) throw notBoth(Option.WATCH, Option.EVAL);
            if (values.is(Option.INTERACTIVE)) throw notBoth(Option.WATCH, Option.INTERACTIVE);
            if (values.is(Option.TEST_FORCE_EXIT)) throw notBoth(Option.WATCH, Option.TEST_FORCE_EXIT);
        }

        private static BadOptionException notBoth(Option one, Option other) {
            return new BadOptionException("either " + one.flag() + " or " + other.flag() + " can be used, not both");
        }

        /** The word that follows; a backslash in front of a dash says that it is no option. */
        private String argument(String flag) throws BadOptionException {
            if (at >= words.size() || isOption(words.get(at))) throw new BadOptionException(flag + " requires an argument");
            String word = words.get(at++);
            return word.startsWith("\\-") ? word.substring(1) : word;
        }

        private static boolean isOption(String word) {
            return word.startsWith("-");
        }

        private static String value(Option option, String word, String value) throws BadOptionException {
            if (value.isEmpty() && word.endsWith("=")) throw new BadOptionException(word + " requires an argument");
            if (option.kind() == Option.Kind.INTEGER && !value.matches("-?\\d{1,9}")) {
                throw new BadOptionException(option.flag() + " must be an integer");
            }
            if (option == Option.UNHANDLED_REJECTIONS && !List.of("strict", "warn", "none", "throw", "warn-with-error-code").contains(value)) {
                throw new BadOptionException("invalid value for --unhandled-rejections");
            }
            if (option == Option.TRACE_REQUIRE_MODULE && !List.of("all", "no-node-modules").contains(value)) {
                throw new BadOptionException("invalid value for --trace-require-module");
            }
            if (option == Option.INPUT_TYPE && !List.of("module", "commonjs", "module-typescript", "commonjs-typescript").contains(value)) {
                throw new BadOptionException("--input-type must be \"module\",\"commonjs\", \"module-typescript\" or \"commonjs-typescript\"");
            }
            if (option == Option.MAX_OLD_SPACE_SIZE_PERCENTAGE && !isPercentage(value)) {
                throw new BadOptionException("--max-old-space-size-percentage must be greater than 0 and up to 100. Got: " + value);
            }
            if (option == Option.DISABLE_PROTO && !List.of("delete", "throw").contains(value)) {
                throw new BadOptionException("invalid mode passed to --disable-proto");
            }
            return value;
        }
    }

    private static boolean isPercentage(String text) {
        try {
            double value = Double.parseDouble(text);
            return value > 0 && value <= MOST_PERCENT;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Splits {@code NODE_OPTIONS} at blanks; double quotes keep blanks and a backslash in them keeps a quote. */
    private static List<String> split(String text) throws BadOptionException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                if (++i == text.length()) throw new BadOptionException("invalid value for NODE_OPTIONS (invalid escape)");
                word.append(text.charAt(i));
            } else if (c == ' ' && !quoted) {
                if (started) words.add(word.toString());
                word.setLength(0);
                started = false;
            } else if (c == '"') {
                quoted = !quoted;
                started = true;
            } else {
                word.append(c);
                started = true;
            }
        }
        if (quoted) throw new BadOptionException("invalid value for NODE_OPTIONS (unterminated string)");
        if (started) words.add(word.toString());
        return words;
    }
}
