package dev.barista.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of command line options. {@code --help}, {@code NODE_OPTIONS}, {@code process.allowedNodeEnvironmentFlags}, the builder
 * and the documentation are made from it.
 */
public enum Option {
    //                                    flag                                      short  kind           default  NODE_OPTIONS  help
    ABORT_ON_UNCAUGHT_EXCEPTION(          "--abort-on-uncaught-exception",          null,  Kind.FLAG,     "false", true,  "end by SIGABRT on an uncaught exception, as after process.abort()"),
    ASYNC_CONTEXT_FRAME(                  "--async-context-frame",                  null,  Kind.FLAG,     "true",  true,  "accepted; AsyncLocalStorage is always the engine's own"),
    CHECK(                                "--check",                                "-c",  Kind.FLAG,     "false", false, "check the script's syntax without running it"),
    CONDITIONS(                           "--conditions",                           "-C",  Kind.LIST,     "",      true,  "further conditions for exports and imports of packages"),
    DEPRECATION(                          "--deprecation",                          null,  Kind.FLAG,     "true",  true,  "warn of deprecated things"),
    DISABLE_PROTO(                        "--disable-proto",                        null,  Kind.STRING,   null,    true,  "what becomes of Object.prototype.__proto__: delete or throw"),
    DISABLE_WARNING(                      "--disable-warning",                      null,  Kind.LIST,     "",      true,  "silence warnings of this code or type"),
    DISALLOW_CODE_GENERATION_FROM_STRINGS("--disallow-code-generation-from-strings", null, Kind.FLAG,     "false", true,  "make eval and new Function throw"),
    DNS_RESULT_ORDER(                     "--dns-result-order",                     null,  Kind.STRING,   null,    true,  "order of dns.lookup's addresses: verbatim, ipv4first or ipv6first"),
    ENABLE_SOURCE_MAPS(                   "--enable-source-maps",                   null,  Kind.FLAG,     "false", true,  "accepted; stacks show the code as it was loaded"),
    ENV_FILE(                             "--env-file",                             null,  Kind.LIST,     "",      false, "set environment variables from this file"),
    ENV_FILE_IF_EXISTS(                   "--env-file-if-exists",                   null,  Kind.LIST,     "",      false, "the same, if the file exists"),
    EVAL(                                 "--eval",                                 "-e",  Kind.STRING,   null,    false, "run this text"),
    EXPERIMENTAL_EVENTSOURCE(             "--experimental-eventsource",             null,  Kind.FLAG,     "false", true,  "define the global EventSource"),
    EXPERIMENTAL_GLOBAL_NAVIGATOR(        "--experimental-global-navigator",        null,  Kind.FLAG,     "true",  true,  "define the global navigator"),
    EXPERIMENTAL_IMPORT_META_RESOLVE(     "--experimental-import-meta-resolve",     null,  Kind.FLAG,     "false", true,  "let import.meta.resolve() take the URL of a parent"),
    EXPERIMENTAL_LOADER(                  "--experimental-loader",                  "--loader", Kind.LIST,     "",      true,  "load modules through the hooks of this module"),
    EXPERIMENTAL_PRINT_REQUIRED_TLA(      "--experimental-print-required-tla",      null,  Kind.FLAG,     "false", true,  "accepted; where a required module awaits is not shown"),
    EXPERIMENTAL_REQUIRE_MODULE(          "--experimental-require-module",          null,  Kind.FLAG,     "true",  true,  "let require() load ES modules"),
    EXPERIMENTAL_SQLITE(                  "--experimental-sqlite",                  null,  Kind.FLAG,     "true",  true,  "let require() load node:sqlite"),
    EXPERIMENTAL_TEST_COVERAGE(           "--experimental-test-coverage",           null,  Kind.FLAG,     "false", true,  "accepted; coverage is not collected, and a warning says so"),
    EXPERIMENTAL_VM_MODULES(              "--experimental-vm-modules",              null,  Kind.FLAG,     "false", true,  "define vm.Module and its kin"),
    EXPERIMENTAL_WEBSOCKET(               "--experimental-websocket",               null,  Kind.FLAG,     "true",  true,  "define the global WebSocket"),
    EXPOSE_GC(                            "--expose-gc",                            null,  Kind.FLAG,     "false", true,  "define the global gc()"),
    EXPOSE_INTERNALS(                     "--expose-internals",                     null,  Kind.FLAG,     "false", false, "let require() load internal modules"),
    FORCE_NODE_API_UNCAUGHT_EXCEPTIONS_POLICY("--force-node-api-uncaught-exceptions-policy", null, Kind.FLAG, "false", true, "accepted without effect"),
    HELP(                                 "--help",                                 "-h",  Kind.FLAG,     "false", false, "print this text"),
    ICU_DATA_DIR(                         "--icu-data-dir",                         null,  Kind.STRING,   null,    true,  "accepted; Intl is complete without it"),
    IMPORT(                               "--import",                               null,  Kind.LIST,     "",      true,  "import this ES module before the program"),
    INPUT_TYPE(                           "--input-type",                           null,  Kind.STRING,   null,    true,  "what -e, -p and standard input are: commonjs or module"),
    INTERACTIVE(                          "--interactive",                          "-i",  Kind.FLAG,     "false", false, "start the REPL even without a terminal"),
    MAX_HTTP_HEADER_SIZE(                 "--max-http-header-size",                 null,  Kind.INTEGER,  "16384", true,  "limit of an HTTP message's headers, in bytes"),
    NETWORK_FAMILY_AUTOSELECTION(         "--network-family-autoselection",         null,  Kind.FLAG,     "true",  true,  "try IPv6 and IPv4 addresses in turn"),
    NETWORK_FAMILY_AUTOSELECTION_ATTEMPT_TIMEOUT("--network-family-autoselection-attempt-timeout", null, Kind.INTEGER, "250", true, "milliseconds for each attempt"),
    INSECURE_HTTP_PARSER(                 "--insecure-http-parser",                 null,  Kind.FLAG,     "false", true,  "accept malformed HTTP messages"),
    PENDING_DEPRECATION(                  "--pending-deprecation",                  null,  Kind.FLAG,     "false", true,  "warn of what will be deprecated"),
    PRESERVE_SYMLINKS(                    "--preserve-symlinks",                    null,  Kind.FLAG,     "false", true,  "modules keep the path of the link"),
    PRESERVE_SYMLINKS_MAIN(               "--preserve-symlinks-main",               null,  Kind.FLAG,     "false", true,  "the same for the program itself"),
    PRINT(                                "--print",                                "-p",  Kind.FLAG,     "false", false, "run the text and print its value"),
    REDIRECT_WARNINGS(                    "--redirect-warnings",                    null,  Kind.STRING,   null,    true,  "append warnings to this file"),
    REQUIRE(                              "--require",                              "-r",  Kind.LIST,     "",      true,  "load this module before the program"),
    STACK_TRACE_LIMIT(                    "--stack-trace-limit",                    null,  Kind.INTEGER,  "10",    true,  "frames kept in Error.stack"),
    TEST(                                 "--test",                                 null,  Kind.FLAG,     "false", false, "run the tests in the files that match the arguments, or that are found"),
    TEST_CONCURRENCY(                     "--test-concurrency",                     null,  Kind.INTEGER,  "0",     true,  "how many files of tests run side by side"),
    TEST_COVERAGE_BRANCHES(               "--test-coverage-branches",               null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_EXCLUDE(                "--test-coverage-exclude",                null,  Kind.LIST,     "",      true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_FUNCTIONS(              "--test-coverage-functions",              null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_INCLUDE(                "--test-coverage-include",                null,  Kind.LIST,     "",      true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_LINES(                  "--test-coverage-lines",                  null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_FORCE_EXIT(                      "--test-force-exit",                      null,  Kind.FLAG,     "false", true,  "end when all tests have ended, whatever is still open"),
    TEST_GLOBAL_SETUP(                    "--test-global-setup",                    null,  Kind.STRING,   null,    true,  "a module with functions that run before and after all tests"),
    TEST_ISOLATION(                       "--test-isolation",                       null,  Kind.STRING,   "process", true, "process or none: files of tests in processes of their own, or all in this one"),
    TEST_NAME_PATTERN(                    "--test-name-pattern",                    null,  Kind.LIST,     "",      true,  "run only tests whose names match"),
    TEST_ONLY(                            "--test-only",                            null,  Kind.FLAG,     "false", true,  "run only tests that are marked so"),
    TEST_REPORTER(                        "--test-reporter",                        null,  Kind.LIST,     "",      true,  "how test results are printed: spec, tap, dot, junit or a module"),
    TEST_REPORTER_DESTINATION(            "--test-reporter-destination",            null,  Kind.LIST,     "",      true,  "where to: stdout, stderr or a file, one for each reporter"),
    TEST_RERUN_FAILURES(                  "--test-rerun-failures",                  null,  Kind.STRING,   null,    true,  "run only tests that have not passed yet, as this file has it"),
    TEST_SHARD(                           "--test-shard",                           null,  Kind.STRING,   null,    true,  "which part of the files to run: index/total"),
    TEST_SKIP_PATTERN(                    "--test-skip-pattern",                    null,  Kind.LIST,     "",      true,  "leave out tests whose names match"),
    TEST_TIMEOUT(                         "--test-timeout",                         null,  Kind.INTEGER,  "0",     true,  "milliseconds after which a test fails"),
    TEST_UDP_NO_TRY_SEND(                 "--test-udp-no-try-send",                 null,  Kind.FLAG,     "false", false, "queue every datagram, for tests"),
    TEST_UPDATE_SNAPSHOTS(                "--test-update-snapshots",                null,  Kind.FLAG,     "false", true,  "write the values that tests compare with snapshots"),
    THROW_DEPRECATION(                    "--throw-deprecation",                    null,  Kind.FLAG,     "false", true,  "throw on deprecated things"),
    TITLE(                                "--title",                                null,  Kind.STRING,   null,    true,  "process.title"),
    TLS_CIPHER_LIST(                      "--tls-cipher-list",                      null,  Kind.STRING,   null,    true,  "the default cipher list of TLS"),
    TLS_KEYLOG(                           "--tls-keylog",                           null,  Kind.STRING,   null,    true, "append TLS keys to this file, for debugging"),
    TLS_MAX_V1_2(                         "--tls-max-v1.2",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MAX_VERSION be TLSv1.2"),
    TLS_MAX_V1_3(                         "--tls-max-v1.3",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MAX_VERSION be TLSv1.3"),
    TLS_MIN_V1_0(                         "--tls-min-v1.0",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MIN_VERSION be TLSv1"),
    TLS_MIN_V1_1(                         "--tls-min-v1.1",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MIN_VERSION be TLSv1.1"),
    TLS_MIN_V1_2(                         "--tls-min-v1.2",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MIN_VERSION be TLSv1.2"),
    TLS_MIN_V1_3(                         "--tls-min-v1.3",                         null,  Kind.FLAG,     "false", true,  "let tls.DEFAULT_MIN_VERSION be TLSv1.3"),
    TRACE_DEPRECATION(                    "--trace-deprecation",                    null,  Kind.FLAG,     "false", true,  "print stacks with deprecation warnings"),
    TRACE_EXIT(                           "--trace-exit",                           null,  Kind.FLAG,     "false", true,  "print a stack when the program exits"),
    TRACE_REQUIRE_MODULE(                 "--trace-require-module",                 null,  Kind.STRING,   null,    true,  "print where ES modules are required: all or no-node-modules"),
    TRACE_SIGINT(                         "--trace-sigint",                         null,  Kind.FLAG,     "false", true,  "print a stack on SIGINT"),
    TRACE_UNCAUGHT(                       "--trace-uncaught",                       null,  Kind.FLAG,     "false", true,  "print where an uncaught exception was thrown"),
    TRACE_WARNINGS(                       "--trace-warnings",                       null,  Kind.FLAG,     "false", true,  "print stacks with warnings"),
    UNHANDLED_REJECTIONS(                 "--unhandled-rejections",                 null,  Kind.STRING,   "throw", true,  "strict, warn, none, throw or warn-with-error-code"),
    USE_BUNDLED_CA(                       "--use-bundled-ca",                       null,  Kind.FLAG,     "false", true,  "trust the certificates that come with the Java run-time (the default)"),
    USE_OPENSSL_CA(                       "--use-openssl-ca",                       null,  Kind.FLAG,     "false", true,  "trust the system's certificates instead"),
    USE_SYSTEM_CA(                        "--use-system-ca",                        null,  Kind.FLAG,     "false", true,  "trust the system's certificates too"),
    VERIFY_BASE_OBJECTS(                  "--verify-base-objects",                  null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    VERSION(                              "--version",                              "-v",  Kind.FLAG,     "false", false, "print the version of Node that this is"),
    WARNINGS(                             "--warnings",                             null,  Kind.FLAG,     "true",  true,  "print process warnings"),
    ZERO_FILL_BUFFERS(                    "--zero-fill-buffers",                    null,  Kind.FLAG,     "false", true,  "accepted; buffers are always filled");

    /** What follows the flag. A FLAG has also a negative form, {@code --no-…}. */
    public enum Kind { FLAG, STRING, INTEGER, LIST }

    private final String flag;
    private final String shortFlag;
    private final Kind kind;
    private final String fallback;
    private final boolean inNodeOptions;
    private final String help;

    Option(String flag, String shortFlag, Kind kind, String fallback, boolean inNodeOptions, String help) {
        this.flag = flag;
        this.shortFlag = shortFlag;
        this.kind = kind;
        this.fallback = fallback;
        this.inNodeOptions = inNodeOptions;
        this.help = help;
    }

    public String flag() {
        return flag;
    }

    /** The one-letter form, or {@code null}. */
    public String shortFlag() {
        return shortFlag;
    }

    public Kind kind() {
        return kind;
    }

    /** The value when it isn't given, as text; {@code null} for none. */
    public String fallback() {
        return fallback;
    }

    public boolean inNodeOptions() {
        return inNodeOptions;
    }

    public String help() {
        return help;
    }

    /** The flag that a word of the command line names, as it is listed. */
    static String flagOf(String word) {
        int equals = word.indexOf('=');
        return (equals < 0 ? word : word.substring(0, equals)).replace('_', '-');
    }

    /** Whether it concerns the whole process, so that a worker cannot have a value of its own. */
    public boolean isOfProcess() {
        return switch (this) {
            case HELP, ICU_DATA_DIR, TITLE, TLS_CIPHER_LIST, USE_BUNDLED_CA, USE_OPENSSL_CA, VERSION, ZERO_FILL_BUFFERS -> true;
            default -> false;
        };
    }

    /** The flags that {@code NODE_OPTIONS} may hold. */
    public static List<String> nodeOptionsFlags() {
        List<String> flags = new ArrayList<>();
        for (Option option : values()) {
            if (!option.inNodeOptions) continue;
            flags.add(option.kind == Kind.FLAG && option.fallback.equals("true") ? "--no-" + option.flag.substring(2) : option.flag);
            if (option.shortFlag != null) flags.add(option.shortFlag);
        }
        V8Flags.inNodeOptions().forEach(flags::add);
        return flags;
    }

    /** The option with this flag, which must exist. */
    public static Option of(String flag) {
        for (Option option : values()) {
            if (option.flag.equals(flag)) return option;
        }
        throw new IllegalArgumentException("no option " + flag);
    }

    /** The options by flag and short flag. */
    static Map<String, Option> byFlag() {
        Map<String, Option> options = new HashMap<>();
        Arrays.stream(values()).forEach(o -> {
            options.put(o.flag, o);
            if (o.shortFlag != null) options.put(o.shortFlag, o);
        });
        return options;
    }
}
