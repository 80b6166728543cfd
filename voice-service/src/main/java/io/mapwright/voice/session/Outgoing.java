package io.mapwright.voice.session;

/** What goes out to a client: events, and at last an ending. */
public sealed interface Outgoing {

    /** One message. */
    record Message(ServerEvent event) implements Outgoing {}

    /** Nothing follows; the connection is to be closed. */
    record Ending(Closing closing) implements Outgoing {}
}
