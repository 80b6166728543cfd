package io.mapwright.auth.login.redis;

import io.mapwright.auth.login.LoginAttempts;
import io.mapwright.auth.login.LoginAttemptsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class RedisLoginAttemptsTest extends LoginAttemptsContract {

    @Inject
    LoginAttempts attempts;

    @Override
    protected LoginAttempts attempts() {
        return attempts;
    }
}
