package io.mapwright.deploy.local.arguments;

/** The command line can't be followed; the message says which word is wrong and what would be right. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
