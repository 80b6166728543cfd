package io.mapwright.auth.login.redis;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.login.LoginAttempts;
import io.mapwright.auth.login.LoginConfig;
import io.mapwright.auth.storage.redis.RedisCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;

/** Two keys per phone number: attempts since the last success, and the lock. */
@ApplicationScoped
class RedisLoginAttempts implements LoginAttempts {

    /** Answers 0 when the attempt may go on, else the milliseconds to wait. */
    private static final String BEGIN = """
            local locked = redis.call('PTTL', KEYS[2])
            if locked > 0 then
                return locked
            end
            local attempts = redis.call('INCR', KEYS[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            if attempts > tonumber(ARGV[1]) then
                redis.call('SET', KEYS[2], 1, 'PX', ARGV[3])
                redis.call('DEL', KEYS[1])
                return tonumber(ARGV[3])
            end
            return 0
            """;

    /** Answers 1 when this failure locked the number. */
    private static final String FAILED = """
            local attempts = tonumber(redis.call('GET', KEYS[1]) or '0')
            if attempts < tonumber(ARGV[1]) then
                return 0
            end
            redis.call('SET', KEYS[2], 1, 'PX', ARGV[2])
            redis.call('DEL', KEYS[1])
            return 1
            """;

    private final RedisCalls redis;
    private final LoginConfig config;

    RedisLoginAttempts(RedisCalls redis, LoginConfig config) {
        this.redis = redis;
        this.config = config;
    }

    @Override
    public Uni<Gate> begin(PhoneNumber phone) {
        return redis.script(
                        BEGIN,
                        keys(phone),
                        config.failuresBeforeLock(),
                        config.failureMemory().toMillis(),
                        config.lockDuration().toMillis())
                .map(wait -> wait == 0 ? new Gate.Open() : new Gate.Locked(Duration.ofMillis(wait)));
    }

    @Override
    public Uni<Void> failed(PhoneNumber phone) {
        return redis.script(
                        FAILED,
                        keys(phone),
                        config.failuresBeforeLock(),
                        config.lockDuration().toMillis())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> succeeded(PhoneNumber phone) {
        return redis.remove(keys(phone).toArray(String[]::new));
    }

    /** The braces keep both keys on one node of a cluster, where a script may touch them together. */
    private static List<String> keys(PhoneNumber phone) {
        String number = "{" + phone.digits() + "}";
        return List.of("auth:login-attempts:" + number, "auth:login-lock:" + number);
    }
}
