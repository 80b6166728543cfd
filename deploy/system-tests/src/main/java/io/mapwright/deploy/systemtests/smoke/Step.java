package io.mapwright.deploy.systemtests.smoke;

/**
 * One part of the story. Whatever it throws is why it failed.
 *
 * @param <T> what it finds
 */
interface Step<T> {

    T run() throws Exception;
}
