package dev.barista.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A parsed command line: options, the script and its arguments. Node's rules: options end at the first word that is none, or at
 * {@code --}; {@code NODE_OPTIONS} comes first, so that the command line overrides it.
 *
 * @param options what was given
 * @param execArguments the options as they were written: {@code process.execArgv}
 * @param script the program's file, or {@code null}
 * @param arguments what follows it
 */
public record CommandLine(OptionValues options, List<String> execArguments, String script, List<String> arguments) {
    /** A command line that cannot be obeyed; the message is Node's, without the command's name. */
    public static final class BadOptionException extends Exception {
        private static final long serialVersionUID = 1L;

        BadOptionException(String message) {
            super(message);
        }
    }

    /** @param nodeOptions the variable {@code NODE_OPTIONS}, or {@code null} */
    public static CommandLine parse(List<String> words, String nodeOptions) throws BadOptionException {
        Parser parser = new Parser();
        if (nodeOptions != null) parser.environment(split(nodeOptions));
        return parser.commandLine(words);
    }

    /**
     * The options of a worker.
     *
     * @param words options only: what follows the first word that is none is left out
     * @param nodeOptions the variable {@code NODE_OPTIONS}, or {@code null}
     * @param badWords gets what is wrong with {@code words}
     * @param badNodeOptions gets what is wrong with {@code nodeOptions}
     */
    public static CommandLine parseForThread(List<String> words, String nodeOptions, List<String> badWords, List<String> badNodeOptions) {
        Parser parser = new Parser();
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

        void environment(List<String> given) throws BadOptionException {
            words = given;
            for (at = 0; at < words.size(); ) {
                String word = words.get(at);
                Option option = find(word);
                if (option == null ? !V8Flags.accepts(word) : !option.inNodeOptions()) {
                    throw new BadOptionException(word + " is not allowed in NODE_OPTIONS");
                }
                option(word);
            }
        }

        CommandLine commandLine(List<String> given) throws BadOptionException {
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
            boolean text = values.isGiven(Option.EVAL);
            String script = !text && at < words.size() ? words.get(at++) : null;
            return new CommandLine(values, List.copyOf(execArguments), script, List.copyOf(words.subList(at, words.size())));
        }

        void threadEnvironment(List<String> given, List<String> bad) throws BadOptionException {
            words = given;
            for (at = 0; at < words.size(); ) {
                String word = words.get(at);
                Option option = find(word);
                if (option == null ? V8Flags.acceptsInThread(word) : option.inNodeOptions() && !option.isOfProcess()) {
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
                if (option == null ? !V8Flags.acceptsInThread(word) : option.isOfProcess()) {
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
            return new CommandLine(values, List.copyOf(words.subList(0, at)), null, List.of());
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
                values.put(Option.EVAL, argument("-e"));
                return;
            }
            Option option = find(word);
            if (option == null) {
                if (!V8Flags.accepts(word)) throw new BadOptionException("bad option: " + word);
                return;
            }
            int equals = word.indexOf('=');
            String value = equals < 0 ? null : word.substring(equals + 1);
            if (option.kind() == Option.Kind.FLAG) {
                if (value != null) throw new BadOptionException(word.substring(0, equals) + " does not take an argument");
                values.put(option, Boolean.toString(!word.startsWith("--no-")));
                if (option == Option.PRINT && at < words.size()) values.put(Option.EVAL, argument(word));
                return;
            }
            values.put(option, value(option, word, value == null ? argument(word) : value));
        }

        private String argument(String flag) throws BadOptionException {
            if (at >= words.size() || words.get(at).startsWith("-") && words.get(at).length() > 1 && !isText(flag)) {
                throw new BadOptionException(flag + " requires an argument");
            }
            return words.get(at++);
        }

        private static boolean isText(String flag) {
            return flag.equals("-e") || flag.equals("-p") || flag.equals("--eval") || flag.equals("--print");
        }

        private static String value(Option option, String word, String value) throws BadOptionException {
            if (value.isEmpty() && word.endsWith("=")) throw new BadOptionException(word + " requires an argument");
            if (option.kind() == Option.Kind.INTEGER && !value.matches("-?\\d{1,9}")) {
                throw new BadOptionException(option.flag() + " must be an integer");
            }
            if (option == Option.UNHANDLED_REJECTIONS && !List.of("strict", "warn", "none", "throw", "warn-with-error-code").contains(value)) {
                throw new BadOptionException("invalid value for --unhandled-rejections");
            }
            if (option == Option.DISABLE_PROTO && !List.of("delete", "throw").contains(value)) {
                throw new BadOptionException("invalid mode passed to --disable-proto");
            }
            return value;
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
