package dev.barista.node.http;

/**
 * Why a message is not HTTP. Any thread.
 *
 * @param code one of llhttp's {@code HPE_…}
 * @param reason llhttp's text
 * @param bytesParsed bytes of the piece that were understood
 */
public record ParseFailure(String code, String reason, int bytesParsed) {
}
