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
    ADDONS(                               "--addons",                               null,  Kind.FLAG,     "true",  true,  "load native addons, and let packages choose by the condition node-addons"),
    ALLOW_ADDONS(                         "--allow-addons",                       null,  Kind.FLAG,     "false", true,  "with --permission: let native addons be loaded"),
    ALLOW_CHILD_PROCESS(                  "--allow-child-process",                null,  Kind.FLAG,     "false", true,  "with --permission: let the program start others"),
    ALLOW_FS_READ(                        "--allow-fs-read",                      null,  Kind.LIST,     "",      true,  "with --permission: let the program read these files, * for all"),
    ALLOW_FS_WRITE(                       "--allow-fs-write",                     null,  Kind.LIST,     "",      true,  "with --permission: let the program write these files, * for all"),
    ALLOW_INSPECTOR(                      "--allow-inspector",                    null,  Kind.FLAG,     "false", true,  "with --permission: let the program use the inspector, were there one"),
    ALLOW_WASI(                           "--allow-wasi",                         null,  Kind.FLAG,     "false", true,  "with --permission: let the program use WASI, were it there"),
    ALLOW_WORKER(                         "--allow-worker",                       null,  Kind.FLAG,     "false", true,  "with --permission: let the program start worker threads"),
    ASYNC_CONTEXT_FRAME(                  "--async-context-frame",                  null,  Kind.FLAG,     "true",  true,  "accepted; AsyncLocalStorage is always the engine's own"),
    CHECK(                                "--check",                                "-c",  Kind.FLAG,     "false", false, "check the script's syntax without running it"),
    CONDITIONS(                           "--conditions",                           "-C",  Kind.LIST,     "",      true,  "further conditions for exports and imports of packages"),
    DEBUG_ARRAYBUFFER_ALLOCATIONS(        "--debug-arraybuffer-allocations",        null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    DEPRECATION(                          "--deprecation",                          null,  Kind.FLAG,     "true",  true,  "warn of deprecated things"),
    DISABLE_PROTO(                        "--disable-proto",                        null,  Kind.STRING,   null,    true,  "what becomes of Object.prototype.__proto__: delete or throw"),
    DISABLE_SIGUSR1(                      "--disable-sigusr1",                      null,  Kind.FLAG,     "false", true,  "accepted; SIGUSR1 starts no inspector"),
    DISABLE_WARNING(                      "--disable-warning",                      null,  Kind.LIST,     "",      true,  "silence warnings of this code or type"),
    DISABLE_WASM_TRAP_HANDLER(            "--disable-wasm-trap-handler",            null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    DISALLOW_CODE_GENERATION_FROM_STRINGS("--disallow-code-generation-from-strings", null, Kind.FLAG,     "false", true,  "make eval and new Function throw"),
    DNS_RESULT_ORDER(                     "--dns-result-order",                     null,  Kind.STRING,   null,    true,  "order of dns.lookup's addresses: verbatim, ipv4first or ipv6first"),
    ENABLE_SOURCE_MAPS(                   "--enable-source-maps",                   null,  Kind.FLAG,     "false", true,  "name the original files in stacks, where source maps tell them"),
    ENTRY_URL(                            "--entry-url",                            null,  Kind.FLAG,     "false", true,  "the program is named by a URL"),
    ENV_FILE(                             "--env-file",                             null,  Kind.LIST,     "",      false, "set environment variables from this file"),
    ENV_FILE_IF_EXISTS(                   "--env-file-if-exists",                   null,  Kind.LIST,     "",      false, "the same, if the file exists"),
    EVAL(                                 "--eval",                                 "-e",  Kind.STRING,   null,    false, "run this text"),
    EXPERIMENTAL_DETECT_MODULE(           "--experimental-detect-module",           null,  Kind.FLAG,     "true",  true,  "run text as an ES module where its syntax says that it is one"),
    EXPERIMENTAL_EVENTSOURCE(             "--experimental-eventsource",             null,  Kind.FLAG,     "false", true,  "define the global EventSource"),
    EXPERIMENTAL_GLOBAL_NAVIGATOR(        "--experimental-global-navigator",        null,  Kind.FLAG,     "true",  true,  "define the global navigator"),
    EXPERIMENTAL_IMPORT_META_RESOLVE(     "--experimental-import-meta-resolve",     null,  Kind.FLAG,     "false", true,  "let import.meta.resolve() take the URL of a parent"),
    EXPERIMENTAL_LOADER(                  "--experimental-loader",                  "--loader", Kind.LIST,     "",      true,  "load modules through the hooks of this module"),
    EXPERIMENTAL_PRINT_REQUIRED_TLA(      "--experimental-print-required-tla",      null,  Kind.FLAG,     "false", true,  "accepted; where a required module awaits is not shown"),
    EXPERIMENTAL_REPL_AWAIT(              "--experimental-repl-await",              null,  Kind.FLAG,     "true",  true,  "let lines of the REPL await"),
    EXPERIMENTAL_REQUIRE_MODULE(          "--experimental-require-module",          null,  Kind.FLAG,     "true",  true,  "let require() load ES modules"),
    EXPERIMENTAL_SQLITE(                  "--experimental-sqlite",                  null,  Kind.FLAG,     "true",  true,  "let require() load node:sqlite"),
    EXPERIMENTAL_TEST_COVERAGE(           "--experimental-test-coverage",           null,  Kind.FLAG,     "false", false, "accepted; coverage is not collected, and a warning says so"),
    EXPERIMENTAL_VM_MODULES(              "--experimental-vm-modules",              null,  Kind.FLAG,     "false", true,  "define vm.Module and its kin"),
    EXPERIMENTAL_WEBSOCKET(               "--experimental-websocket",               null,  Kind.FLAG,     "true",  true,  "define the global WebSocket"),
    EXPOSE_GC(                            "--expose-gc",                            null,  Kind.FLAG,     "false", true,  "define the global gc()"),
    EXPOSE_INTERNALS(                     "--expose-internals",                     null,  Kind.FLAG,     "false", false, "let require() load internal modules"),
    EXTRA_INFO_ON_FATAL_EXCEPTION(        "--extra-info-on-fatal-exception",        null,  Kind.FLAG,     "true",  true,  "print the version below an uncaught exception"),
    FORCE_ASYNC_HOOKS_CHECKS(             "--force-async-hooks-checks",             null,  Kind.FLAG,     "true",  true,  "accepted without effect"),
    FORCE_CONTEXT_AWARE(                  "--force-context-aware",                  null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    FORCE_NODE_API_UNCAUGHT_EXCEPTIONS_POLICY("--force-node-api-uncaught-exceptions-policy", null, Kind.FLAG, "false", true, "what native addons' threads leave uncaught ends the program, for older addons too"),
    FROZEN_INTRINSICS(                    "--frozen-intrinsics",                    null,  Kind.FLAG,     "false", true,  "freeze the language's own objects before the program runs"),
    GLOBAL_SEARCH_PATHS(                  "--global-search-paths",                  null,  Kind.FLAG,     "true",  true,  "look for modules in NODE_PATH and below HOME too"),
    HELP(                                 "--help",                                 "-h",  Kind.FLAG,     "false", false, "print this text"),
    ICU_DATA_DIR(                         "--icu-data-dir",                         null,  Kind.STRING,   null,    true,  "accepted; Intl is complete without it"),
    IMPORT(                               "--import",                               null,  Kind.LIST,     "",      true,  "import this ES module before the program"),
    INPUT_TYPE(                           "--input-type",                           null,  Kind.STRING,   null,    true,  "what -e, -p and standard input are: commonjs or module, or either with -typescript"),
    INTERACTIVE(                          "--interactive",                          "-i",  Kind.FLAG,     "false", false, "start the REPL even without a terminal"),
    MAX_HTTP_HEADER_SIZE(                 "--max-http-header-size",                 null,  Kind.INTEGER,  "16384", true,  "limit of an HTTP message's headers, in bytes"),
    MAX_OLD_SPACE_SIZE_PERCENTAGE(        "--max-old-space-size-percentage",        null,  Kind.STRING,   null,    true,  "accepted; BARISTA_JAVA_OPTIONS sets the heap"),
    NETWORK_FAMILY_AUTOSELECTION(         "--network-family-autoselection", "--enable-network-family-autoselection", Kind.FLAG, "true", true, "try IPv6 and IPv4 addresses in turn"),
    NETWORK_FAMILY_AUTOSELECTION_ATTEMPT_TIMEOUT("--network-family-autoselection-attempt-timeout", null, Kind.INTEGER, "250", true, "milliseconds for each attempt"),
    INSECURE_HTTP_PARSER(                 "--insecure-http-parser",                 null,  Kind.FLAG,     "false", true,  "accept malformed HTTP messages"),
    NODE_MEMORY_DEBUG(                    "--node-memory-debug",                    null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    NODE_SNAPSHOT(                        "--node-snapshot",                        null,  Kind.FLAG,     "true",  true,  "accepted without effect"),
    OPENSSL_LEGACY_PROVIDER(              "--openssl-legacy-provider",              null,  Kind.FLAG,     "false", true,  "accepted; the old algorithms that are there need no provider"),
    OPENSSL_SHARED_CONFIG(                "--openssl-shared-config",                null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    PENDING_DEPRECATION(                  "--pending-deprecation",                  null,  Kind.FLAG,     "false", true,  "warn of what will be deprecated"),
    PERMISSION(                           "--permission",                         null,  Kind.FLAG,     "false", true,  "let the program do only what --allow-... options grant"),
    PRESERVE_SYMLINKS(                    "--preserve-symlinks",                    null,  Kind.FLAG,     "false", true,  "modules keep the path of the link"),
    PRESERVE_SYMLINKS_MAIN(               "--preserve-symlinks-main",               null,  Kind.FLAG,     "false", true,  "the same for the program itself"),
    PRINT(                                "--print",                                "-p",  Kind.FLAG,     "false", false, "run the text and print its value"),
    REDIRECT_WARNINGS(                    "--redirect-warnings",                    null,  Kind.STRING,   null,    true,  "append warnings to this file"),
    REPORT_COMPACT(                       "--report-compact",                      null,  Kind.FLAG,    "false",  true,  "write reports on one line"),
    REPORT_DIRECTORY(                     "--report-directory",                    "--report-dir", Kind.STRING,  null,     true,  "write reports into this directory"),
    REPORT_EXCLUDE_ENV(                   "--report-exclude-env",                  null,  Kind.FLAG,    "false",  true,  "leave environment variables out of reports"),
    REPORT_EXCLUDE_NETWORK(               "--report-exclude-network",              null,  Kind.FLAG,    "false",  true,  "leave network interfaces and names of hosts out of reports"),
    REPORT_FILENAME(                      "--report-filename",                     null,  Kind.STRING,  null,     true,  "name of the report: a file, stdout or stderr"),
    REPORT_ON_FATALERROR(                 "--report-on-fatalerror",                null,  Kind.FLAG,    "false",  true,  "accepted; nothing can be written when the JVM itself fails"),
    REPORT_ON_SIGNAL(                     "--report-on-signal",                    null,  Kind.FLAG,    "false",  true,  "write a report when the signal comes"),
    REPORT_SIGNAL(                        "--report-signal",                       null,  Kind.STRING,  "SIGUSR2", true,  "the signal for --report-on-signal"),
    REPORT_UNCAUGHT_EXCEPTION(            "--report-uncaught-exception",           null,  Kind.FLAG,    "false",  true,  "write a report on an uncaught exception"),
    REQUIRE(                              "--require",                              "-r",  Kind.LIST,     "",      true,  "load this module before the program"),
    SECURITY_REVERT(                      "--security-revert",                      null,  Kind.LIST,     "",      false, "undo the mending of a vulnerability; there is none to undo"),
    STACK_TRACE_LIMIT(                    "--stack-trace-limit",                    null,  Kind.INTEGER,  "10",    true,  "frames kept in Error.stack"),
    STRIP_TYPES(                          "--strip-types",                          "--experimental-strip-types", Kind.FLAG, "true", true, "run TypeScript by taking its types out"),
    TEST(                                 "--test",                                 null,  Kind.FLAG,     "false", false, "run the tests in the files that match the arguments, or that are found"),
    TEST_CONCURRENCY(                     "--test-concurrency",                     null,  Kind.INTEGER,  "0",     false, "how many files of tests run side by side"),
    TEST_COVERAGE_BRANCHES(               "--test-coverage-branches",               null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_EXCLUDE(                "--test-coverage-exclude",                null,  Kind.LIST,     "",      true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_FUNCTIONS(              "--test-coverage-functions",              null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_INCLUDE(                "--test-coverage-include",                null,  Kind.LIST,     "",      true,  "accepted; see --experimental-test-coverage"),
    TEST_COVERAGE_LINES(                  "--test-coverage-lines",                  null,  Kind.INTEGER,  "0",     true,  "accepted; see --experimental-test-coverage"),
    TEST_FORCE_EXIT(                      "--test-force-exit",                      null,  Kind.FLAG,     "false", false, "end when all tests have ended, whatever is still open"),
    TEST_GLOBAL_SETUP(                    "--test-global-setup",                    null,  Kind.STRING,   null,    true,  "a module with functions that run before and after all tests"),
    TEST_ISOLATION(                       "--test-isolation", "--experimental-test-isolation", Kind.STRING,   "process", true, "process or none: files of tests in processes of their own, or all in this one"),
    TEST_NAME_PATTERN(                    "--test-name-pattern",                    null,  Kind.LIST,     "",      true,  "run only tests whose names match"),
    TEST_ONLY(                            "--test-only",                            null,  Kind.FLAG,     "false", true,  "run only tests that are marked so"),
    TEST_REPORTER(                        "--test-reporter",                        null,  Kind.LIST,     "",      true,  "how test results are printed: spec, tap, dot, junit or a module"),
    TEST_REPORTER_DESTINATION(            "--test-reporter-destination",            null,  Kind.LIST,     "",      true,  "where to: stdout, stderr or a file, one for each reporter"),
    TEST_RERUN_FAILURES(                  "--test-rerun-failures",                  null,  Kind.STRING,   null,    true,  "run only tests that have not passed yet, as this file has it"),
    TEST_SHARD(                           "--test-shard",                           null,  Kind.STRING,   null,    true,  "which part of the files to run: index/total"),
    TEST_SKIP_PATTERN(                    "--test-skip-pattern",                    null,  Kind.LIST,     "",      true,  "leave out tests whose names match"),
    TEST_TIMEOUT(                         "--test-timeout",                         null,  Kind.INTEGER,  "0",     false, "milliseconds after which a test fails"),
    TEST_UDP_NO_TRY_SEND(                 "--test-udp-no-try-send",                 null,  Kind.FLAG,     "false", false, "queue every datagram, for tests"),
    TEST_UPDATE_SNAPSHOTS(                "--test-update-snapshots",                null,  Kind.FLAG,     "false", false, "write the values that tests compare with snapshots"),
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
    TRACE_EVENT_CATEGORIES(               "--trace-event-categories",               null,  Kind.STRING,   null,    true,  "accepted; trace events are not recorded, and a warning says so"),
    TRACE_EVENT_FILE_PATTERN(             "--trace-event-file-pattern",             null,  Kind.STRING,   null,    true,  "accepted; see --trace-event-categories"),
    TRACE_EVENTS_ENABLED(                 "--trace-events-enabled",                 null,  Kind.FLAG,     "false", true,  "accepted; see --trace-event-categories"),
    TRACE_EXIT(                           "--trace-exit",                           null,  Kind.FLAG,     "false", true,  "print a stack when the program exits"),
    TRACE_REQUIRE_MODULE(                 "--trace-require-module",                 null,  Kind.STRING,   null,    true,  "print where ES modules are required: all or no-node-modules"),
    TRACE_SIGINT(                         "--trace-sigint",                         null,  Kind.FLAG,     "false", true,  "print a stack on SIGINT"),
    TRACE_SYNC_IO(                        "--trace-sync-io",                        null,  Kind.FLAG,     "false", true,  "accepted; synchronous calls are not reported, and a warning says so"),
    TRACE_UNCAUGHT(                       "--trace-uncaught",                       null,  Kind.FLAG,     "false", true,  "print where an uncaught exception was thrown"),
    TRACE_WARNINGS(                       "--trace-warnings",                       null,  Kind.FLAG,     "false", true,  "print stacks with warnings"),
    TRACK_HEAP_OBJECTS(                   "--track-heap-objects",                   null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    UNHANDLED_REJECTIONS(                 "--unhandled-rejections",                 null,  Kind.STRING,   "throw", true,  "strict, warn, none, throw or warn-with-error-code"),
    USE_BUNDLED_CA(                       "--use-bundled-ca",                       null,  Kind.FLAG,     "false", true,  "trust the certificates that come with the Java run-time (the default)"),
    USE_ENV_PROXY(                        "--use-env-proxy",                      null,  Kind.FLAG,     "false", true,  "send http, https and fetch through the proxies of HTTP_PROXY, HTTPS_PROXY and NO_PROXY"),
    USE_LARGEPAGES(                       "--use-largepages",                       null,  Kind.STRING,   null,    true,  "accepted; BARISTA_JAVA_OPTIONS sets the pages"),
    USE_OPENSSL_CA(                       "--use-openssl-ca",                       null,  Kind.FLAG,     "false", true,  "trust the system's certificates instead"),
    USE_SYSTEM_CA(                        "--use-system-ca",                        null,  Kind.FLAG,     "false", true,  "trust the system's certificates too"),
    V8_POOL_SIZE(                         "--v8-pool-size",                         null,  Kind.INTEGER,  "4",     true,  "accepted without effect"),
    VERIFY_BASE_OBJECTS(                  "--verify-base-objects",                  null,  Kind.FLAG,     "false", true,  "accepted without effect"),
    VERSION(                              "--version",                              "-v",  Kind.FLAG,     "false", false, "print the version of Node that this is"),
    WARNINGS(                             "--warnings",                             null,  Kind.FLAG,     "true",  true,  "print process warnings"),
    WATCH(                                "--watch",                                null,  Kind.FLAG,     "false", true,  "run the program again whenever a file changes that it has loaded"),
    WATCH_KILL_SIGNAL(                    "--watch-kill-signal",                    null,  Kind.STRING,   "SIGTERM", true, "with --watch: the signal that ends the program"),
    WATCH_PATH(                           "--watch-path",                           null,  Kind.LIST,     "",      true,  "run the program again whenever anything changes in this folder"),
    WATCH_PRESERVE_OUTPUT(                "--watch-preserve-output",                null,  Kind.FLAG,     "false", true,  "with --watch: don't clear the screen"),
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
            case DEBUG_ARRAYBUFFER_ALLOCATIONS, DISABLE_WASM_TRAP_HANDLER, HELP, ICU_DATA_DIR, MAX_OLD_SPACE_SIZE_PERCENTAGE, NODE_SNAPSHOT,
                    OPENSSL_LEGACY_PROVIDER, OPENSSL_SHARED_CONFIG, SECURITY_REVERT, TITLE, TLS_CIPHER_LIST, TRACE_EVENT_CATEGORIES,
                    TRACE_EVENT_FILE_PATTERN, TRACE_EVENTS_ENABLED, USE_BUNDLED_CA, USE_LARGEPAGES, USE_OPENSSL_CA, V8_POOL_SIZE, VERSION, ZERO_FILL_BUFFERS -> true;
            default -> false;
        };
    }

    /** Whether it is one of V8's in Node, whose negative form Node does not list. */
    private boolean isOfEngine() {
        return switch (this) {
            case ABORT_ON_UNCAUGHT_EXCEPTION, DISALLOW_CODE_GENERATION_FROM_STRINGS, EXPOSE_GC -> true;
            default -> false;
        };
    }

    /** The flags that {@code NODE_OPTIONS} may hold. */
    public static List<String> nodeOptionsFlags() {
        List<String> flags = new ArrayList<>();
        for (Option option : values()) {
            if (!option.inNodeOptions) continue;
            flags.add(option.flag);
            if (option.kind == Kind.FLAG && !option.isOfEngine()) flags.add("--no-" + option.flag.substring(2));
            if (option.shortFlag != null) flags.add(option.shortFlag);
        }
        IgnoredFlags.inNodeOptions().forEach(flags::add);
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
