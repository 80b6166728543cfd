package io.mapwright.auth.login;

class InMemoryLoginAttemptsTest extends LoginAttemptsContract {

    private final InMemoryLoginAttempts attempts = new InMemoryLoginAttempts();

    @Override
    protected LoginAttempts attempts() {
        return attempts;
    }
}
