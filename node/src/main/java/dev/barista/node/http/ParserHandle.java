package dev.barista.node.http;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.Realm;
import dev.barista.node.Environment;

/**
 * A parser whose events are JavaScript's: one call for a head, one for each part of a body, one at a message's end. Loop thread only.
 *
 * <p>The end of a message that announced no body is not told: the call for its head says so with a flag.
 */
final class ParserHandle implements HttpEvents {
    /** What a head's call says of it. */
    static final int KEEP_ALIVE = 1;
    static final int UPGRADE = 2;
    static final int HAS_HOST = 4;
    static final int HAS_EXPECT = 8;
    static final int BODYLESS = 16;

    private final Environment env;
    private final HttpBinding room;
    private final HttpParser parser;
    private final Object owner;
    private final boolean request;
    private final AsyncScope scope;
    private long messageStart;
    private boolean inHead;
    private boolean endTold;

    /** @param owner the JavaScript object that the calls have as {@code this} */
    ParserHandle(Environment env, HttpBinding room, Object owner, boolean request, boolean lenient, int maxHeaderSize) {
        this.env = env;
        this.room = room;
        this.owner = owner;
        this.request = request;
        this.parser = new HttpParser(this, request, lenient, maxHeaderSize);
        this.scope = env.realm().scope();
        this.messageStart = env.loop().now();   // a new connection owes its first message
        this.inHead = true;
    }

    HttpParser parser() {
        return parser;
    }

    AsyncScope scope() {
        return scope;
    }

    Object owner() {
        return owner;
    }

    /** When the message under way began, on the loop's clock; -1 between messages. */
    long messageStart() {
        return messageStart;
    }

    /** Whether the message under way has not come as far as the end of its head. */
    boolean inHead() {
        return inHead;
    }

    @Override
    public void messageBegin() {
        messageStart = env.loop().now();
        inHead = true;
    }

    @Override
    public Verdict headersComplete(Head head) {
        inHead = false;
        Realm realm = env.realm();
        int flags = (head.keepAlive() ? KEEP_ALIVE : 0) | (head.upgrade() ? UPGRADE : 0);
        JsFunction told = room.onResponse();
        Object line = head.status();
        if (request) {
            told = room.onRequest();
            line = room.methodName(head.methodNumber());
            if (head.bodyless()) flags |= BODYLESS;
            if (head.indexOf("host") >= 0) flags |= HAS_HOST;
            if (head.indexOf("expect") >= 0) flags |= HAS_EXPECT;
        }
        String text = request ? head.url() : head.statusMessage();
        Object answer = call(told, head.versionMajor(), head.versionMinor(), line, text, realm.wrap(head), flags);
        Verdict verdict = answer instanceof Integer n && n != 0 ? n == 1 ? Verdict.NO_BODY : Verdict.UPGRADE
                : request && head.upgrade() ? Verdict.NO_UPGRADE : Verdict.BODY;
        endTold = answer != null && (flags & BODYLESS) != 0 && (verdict == Verdict.BODY || verdict == Verdict.NO_UPGRADE);
        if (endTold) messageStart = -1;
        return verdict;
    }

    @Override
    public void body(byte[] buf, int offset, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(buf, offset, copy, 0, length);
        call(room.onBody(), room.buffer(copy));
    }

    @Override
    public void messageComplete(Fields trailers) {
        if (!endTold) {
            messageStart = -1;
            call(room.onComplete(), trailers.count() == 0 ? null : env.realm().wrap(trailers));
        }
    }

    /**
     * Calls into JavaScript. What a listener throws is reported there and then: the parser is in the middle of its input and goes on.
     *
     * @return what was returned, or {@code null} if it threw
     */
    private Object call(JsFunction function, Object... arguments) {
        try {
            return function.call(owner, arguments);
        } catch (JsException e) {
            env.ticks().uncaught(e);
            return null;
        }
    }
}
