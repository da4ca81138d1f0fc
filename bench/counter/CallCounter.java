import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import com.oracle.truffle.api.source.SourceSection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptor;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;

/**
 * Counts the calls of every JavaScript function, Barista's and the engine's own included. As an agent, {@code -javaagent:calls.jar=PORT}, it
 * tells whoever connects to the port the counts so far: a line for each function, count, name and place, with tabs between.
 */
public final class CallCounter extends TruffleInstrument {
    private static final String ID = "calls";
    private static final Map<String, LongAdder> COUNTS = new TreeMap<>();

    public static void premain(String port) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress());
        Thread teller = new Thread(() -> tell(server), "call-counter");
        teller.setDaemon(true);
        teller.start();
    }

    private static void tell(ServerSocket server) {
        while (true) {
            try (Socket asking = server.accept(); OutputStream out = asking.getOutputStream()) {
                out.write(text().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                e.printStackTrace();
            }
        }
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        synchronized (COUNTS) {
            COUNTS.forEach((key, count) -> text.append(count.sum()).append('\t').append(key).append('\n'));
        }
        return text.toString();
    }

    @Override
    protected void onCreate(Env env) {
        SourceSectionFilter functions = SourceSectionFilter.newBuilder().tagIs(RootTag.class).includeInternal(true).build();
        env.getInstrumenter().attachExecutionEventFactory(functions, CallCounter::counting);
    }

    /** An instrument is made when one of its options is set. */
    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return OptionDescriptors.create(List.of(OptionDescriptor.newBuilder(new OptionKey<>(false), ID)
                .stability(OptionStability.STABLE).category(OptionCategory.USER).help("Counts calls.").build()));
    }

    private static ExecutionEventNode counting(EventContext context) {
        SourceSection at = context.getInstrumentedSourceSection();
        String place = at == null ? "" : at.getSource().getName() + ":" + at.getStartLine();
        String key = context.getInstrumentedNode().getRootNode().getName() + '\t' + place;
        LongAdder count;
        synchronized (COUNTS) {
            count = COUNTS.computeIfAbsent(key, ignored -> new LongAdder());
        }
        return new ExecutionEventNode() {
            @Override
            protected void onEnter(VirtualFrame frame) {
                increment();
            }

            @TruffleBoundary
            private void increment() {
                count.increment();
            }
        };
    }

    /** What the engine's annotation processor would have written. */
    @TruffleInstrument.Registration(id = ID, name = "Calls")
    public static final class Provider extends TruffleInstrumentProvider {
        @Override
        protected String getInstrumentClassName() {
            return CallCounter.class.getName();
        }

        @Override
        protected Object create() {
            return new CallCounter();
        }

        @Override
        protected Collection<String> getServicesClassNames() {
            return List.of();
        }
    }
}
