package dev.barista.node.http;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
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
    /** Of what {@link #fieldEntries} gives for each field. */
    private static final int ENTRY = 3;

    private final Environment env;
    private final HttpDate date;
    private final ResponseHead head;
    private final FieldObjects fieldObjects;
    private final OutgoingName.Table names = new OutgoingName.Table();
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

        x.fn("newFields", a -> env.realm().wrap(new OutgoingFields()));
        x.fn("setField", this::setField);
        x.fn("putField", this::putField);
        x.fn("getField", this::getField);
        x.fn("givenName", this::givenName);
        x.fn("removeField", this::removeField);
        x.fn("fieldEntries", this::fieldEntries);

        x.fn("fieldKey", this::fieldKey);
        x.fn("isToken", a -> FieldText.isToken(a.raw(0)));
        x.fn("isFieldValue", a -> FieldText.isValue(a.raw(0)));
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
     * (wire, message, status, reason, fields or null, body, latin1, keepAlive, most, ownLength) Sends a whole response, see {@link ResponseHead#make}.
     *
     * @return how many bytes have to wait to be sent, 0 for none; -1, and nothing is sent, if the head is for JavaScript to make
     */
    private int answer(Args a) {
        OutgoingFields fields = a.isNullish(4) ? null : outgoing(a, 4);
        return a.host(0, Wire.class).answer(head, a.raw(1), a.integer(2), a.raw(3), fields, a.raw(5), a.bool(6), a.integer(7), a.integer(8), a.bool(9));
    }

    private static OutgoingFields outgoing(Args a, int i) {
        return a.host(i, OutgoingFields.class);
    }

    /** (name) → its lower-case form; undefined for what is no name. */
    private Object fieldKey(Args a) {
        OutgoingName key = names.token(a.raw(0));
        return key == null ? null : key.text();
    }

    /** (fields, name, value) Sets a field that can be sent as it is. @return whether it is one; if not, JavaScript finds out what is wrong */
    private boolean setField(Args a) {
        OutgoingName key = names.token(a.raw(1));
        Object value = a.raw(2);
        if (key == null || !(value instanceof Integer) && !FieldText.isValue(value)) return false;
        outgoing(a, 0).put(key, a.raw(1), value);
        return true;
    }

    /** (fields, name without regard to case, name, value) Sets a field, whatever it is. */
    private Object putField(Args a) {
        outgoing(a, 0).put(names.of(a.raw(1)), a.raw(2), a.raw(3));
        return null;
    }

    /** (fields, name) → value, or undefined. */
    private Object getField(Args a) {
        OutgoingFields fields = outgoing(a, 0);
        int at = fields.indexOf(names.of(a.raw(1)));
        return at < 0 ? null : fields.value(at);
    }

    /** (fields, name) → the name that the field was set under, or undefined. */
    private Object givenName(Args a) {
        OutgoingFields fields = outgoing(a, 0);
        int at = fields.indexOf(names.of(a.raw(1)));
        return at < 0 ? null : fields.name(at);
    }

    /** (fields, name) */
    private Object removeField(Args a) {
        outgoing(a, 0).remove(names.of(a.raw(1)));
        return null;
    }

    /** (fields) → [name in lower case, name, value, …] */
    private Object fieldEntries(Args a) {
        OutgoingFields fields = outgoing(a, 0);
        Object[] entries = new Object[ENTRY * fields.count()];
        for (int i = 0; i < fields.count(); i++) {
            entries[ENTRY * i] = fields.key(i).text();
            entries[ENTRY * i + 1] = fields.name(i);
            entries[ENTRY * i + 2] = fields.value(i);
        }
        return env.realm().array(entries);
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
}
