package dev.barista.node.tls;

/** Who is told of a handshake, and asked. Called on the loop thread. */
interface HandshakeListener {
    void handshakeStarted();

    void handshakeDone();

    /** @param failure null when OpenSSL had nothing to say */
    void failed(OpenSslFailure failure);

    void sessionMade(byte[] id, byte[] session);

    /** One line of the NSS key log format. */
    void keylog(String line);

    /** A server is to say which session its client means; {@link Handshake#helloAnswered} follows. */
    void clientHello(byte[] sessionId, boolean ticket);

    /** A server is to choose its certificate; {@link Handshake#certificateAnswered} follows. */
    void certificateWanted(String serverName, boolean wantsStatus);

    /** What the server says of its certificate's status; null for nothing. */
    void status(byte[] response);

    /** Asked in the middle of a call into OpenSSL. @return position and length of the choice; null for none */
    int[] protocol(String serverName, byte[] offered);

    PreSharedKey pskOfClient(String hint, int mostKey, int mostIdentity);

    byte[] pskOfServer(String identity, int mostKey);
}
