package org.aidledger.app.benchmark;

/** One way of doing a piece of work, measured side by side with others. */
interface Contender extends AutoCloseable {

    String name();

    /** What one client does over and over; made once a client, on the client's own thread. */
    Client client(int number) throws Exception;

    @Override
    default void close() throws Exception {
        // most hold nothing
    }

    /** One client's own state, for example its connection. */
    interface Client extends AutoCloseable {

        void once() throws Exception;

        @Override
        default void close() throws Exception {
            // most hold nothing
        }
    }
}
