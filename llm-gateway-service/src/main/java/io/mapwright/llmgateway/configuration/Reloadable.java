package io.mapwright.llmgateway.configuration;

import java.util.List;

/**
 * Somebody who can go on with other configuration while the gateway runs. Beans of this type are told of every change of the
 * reloaded file: first all are asked, and only when nobody finds a mistake all take it.
 */
public interface Reloadable {

    /** What is wrong with {@code fresh}, one sentence each that names the property; nothing has changed by asking. */
    List<String> mistakesIn(Fresh fresh);

    /** Goes on with {@code fresh}. State that callers depend on, such as what a quota has counted, is kept. */
    void take(Fresh fresh);

    /** Configuration as it is after a change. */
    interface Fresh {

        /**
         * One of the {@code @ConfigMapping} interfaces of this service, read anew.
         *
         * @throws RuntimeException when a value has the wrong form; the message names the property
         */
        <T> T mapping(Class<T> type);
    }
}
