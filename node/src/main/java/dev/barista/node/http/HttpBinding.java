package dev.barista.node.http;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.net.StreamWrap;
import java.nio.charset.StandardCharsets;

/** Messages of HTTP/1.x for {@code http.js}: parsers, header objects, and the bytes of responses. Loop thread only. */
public final class HttpBinding implements Binding {
    private static final int FIRST_INPUT = 64 << 10;

    private final Environment env;
    private final HttpDate date;
    private final ResponseHead head;
    private final FieldObjects fieldObjects;
    private final Object[] methodNames = new Object[Methods.count()];
    private BufferAllocator buffers;
    private JsFunction onRequest;
    private JsFunction onResponse;
    private JsFunction onBody;
    private JsFunction onComplete;
    private JsFunction onExecuted;
    private JsFunction sentListener;
    private byte[] input = {};

    public HttpBinding(Environment env) {
        this.env = env;
        this.date = new HttpDate(env.loop());
        this.head = new ResponseHead(date);
        this.fieldObjects = new FieldObjects(env.realm());
    }

    @Override
    public void define(Exports x) {
        x.fn("setup", this::setup);
        x.fn("methods", a -> strings(Methods.http().toArray()));
        x.fn("allMethods", a -> strings(Methods.all().toArray()));

        x.fn("parser", a -> env.realm().wrap(new ParserHandle(env, this, a.raw(0), a.bool(1), a.bool(2), a.integer(3))));
        x.fn("execute", a -> execute(parser(a), a.bytes(1)));
        x.fn("finish", a -> failure(parser(a).parser().finish()));
        x.fn("failure", a -> failure(parser(a).parser().failure()));
        x.fn("upgraded", a -> parser(a).parser().upgraded());
        x.fn("stop", a -> stop(parser(a)));
        x.fn("messageStart", a -> (double) parser(a).messageStart());
        x.fn("inHead", a -> parser(a).inHead());
        x.fn("now", a -> (double) env.loop().now());

        x.fn("consume", this::consume);
        x.fn("readStart", a -> a.host(0, Wire.class).readStart());
        x.fn("send", a -> a.host(0, Wire.class).send(a.raw(1), a.raw(2), a.bool(3), a.raw(4), a.raw(5)));
        x.fn("answer", this::answer);
        x.fn("answerHead", a -> JsText.ofLatin1(head.bytes(), 0, head.length()));
        x.fn("onSent", this::onSent);

        x.fn("rawFields", a -> fieldObjects.raw(a.host(0, Fields.class), a.integer(1)));
        x.fn("fields", a -> fieldObjects.joined(a.host(0, Fields.class), a.integer(1), a.bool(2)));
        x.fn("distinctFields", a -> fieldObjects.distinct(a.host(0, Fields.class), a.integer(1)));

        x.fn("isToken", a -> isToken(a.raw(0)));
        x.fn("isFieldValue", a -> isFieldValue(a.raw(0)));
        x.fn("utf8Length", a -> JsText.utf8Length(a.raw(0)));
        x.fn("date", a -> date.text());
    }

    private Object setup(Args a) {
        JsObject calls = a.object(0);
        onRequest = calls.function("onRequest");
        onResponse = calls.function("onResponse");
        onBody = calls.function("onBody");
        onComplete = calls.function("onComplete");
        onExecuted = calls.function("onExecuted");
        buffers = new BufferAllocator(env.realm(), a.object(1));
        for (int i = 0; i < methodNames.length; i++) {
            byte[] name = Methods.name(i).getBytes(StandardCharsets.ISO_8859_1);
            methodNames[i] = JsText.ofLatin1(name, 0, name.length);
        }
        return null;
    }

    private Object onSent(Args a) {
        sentListener = a.function(0);
        return null;
    }

    /**
     * (wire, message, status, reason, fields or null, body, latin1, keepAlive, most) Sends a whole response, see {@link ResponseHead#make}.
     *
     * @return how many bytes have to wait to be sent, 0 for none; -1, and nothing is sent, if the head is for JavaScript to make
     */
    private int answer(Args a) {
        JsObject fields = a.isNullish(4) ? null : a.object(4);
        return a.host(0, Wire.class).answer(head, a.raw(1), a.integer(2), a.raw(3), fields, a.raw(5), a.bool(6), a.integer(7), a.integer(8));
    }

    /** (parser, handle) Has the handle's bytes go to the parser. @return the wire, or undefined if the handle is no stream of Java's */
    private Object consume(Args a) {
        StreamWrap wrap = a.object(1).host(StreamWrap.class);
        return wrap == null ? null : env.realm().wrap(new Wire(env, this, parser(a), wrap));
    }

    JsFunction sentListener() {
        return sentListener;
    }

    /** Memory for a read of so many bytes, used again by the next. */
    byte[] input(int length) {
        if (input.length < length) input = new byte[Math.max(length, FIRST_INPUT)];
        return input;
    }

    private Object strings(Object... names) {
        return env.realm().array(names);
    }

    JsFunction onRequest() {
        return onRequest;
    }

    JsFunction onResponse() {
        return onResponse;
    }

    JsFunction onBody() {
        return onBody;
    }

    JsFunction onComplete() {
        return onComplete;
    }

    JsFunction onExecuted() {
        return onExecuted;
    }

    Object methodName(int number) {
        return methodNames[number];
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        return buffers.of(bytes);
    }

    private static ParserHandle parser(Args a) {
        return a.host(0, ParserHandle.class);
    }

    private static int execute(ParserHandle handle, JsBytes bytes) {
        byte[] buf = bytes.hasArray() ? bytes.array() : bytes.copy();
        return handle.parser().execute(buf, bytes.hasArray() ? bytes.offset() : 0, bytes.length());
    }

    /** @return {@code [code, reason, bytesParsed]}, or undefined */
    Object failure(ParseFailure failure) {
        return failure == null ? null : env.realm().array(failure.code(), failure.reason(), failure.bytesParsed());
    }

    private static Object stop(ParserHandle handle) {
        handle.parser().stop();
        return null;
    }

    private static boolean isToken(Object text) {
        if (!JsText.isLatin1(text)) return false;
        ByteSlice name = JsText.latin1Bytes(text);
        if (name.length() == 0) return false;
        for (int i = 0; i < name.length(); i++) {
            if (!Chars.isToken(name.array()[name.offset() + i])) return false;
        }
        return true;
    }

    private static boolean isFieldValue(Object text) {
        if (!Js.isString(text) || !JsText.isLatin1(text)) return false;
        ByteSlice value = JsText.latin1Bytes(text);
        for (int i = 0; i < value.length(); i++) {
            if (!Chars.isValue(value.array()[value.offset() + i])) return false;
        }
        return true;
    }
}
