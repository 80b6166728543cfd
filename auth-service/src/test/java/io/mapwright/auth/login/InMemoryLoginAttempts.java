package io.mapwright.auth.login;

import io.mapwright.auth.account.PhoneNumber;
import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts by the default settings; a lock never ends by itself. */
public final class InMemoryLoginAttempts implements LoginAttempts {

    private static final int LIMIT = 10;
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Map<PhoneNumber, Integer> counts = new HashMap<>();
    private final Set<PhoneNumber> locked = new HashSet<>();

    @Override
    public synchronized Uni<Gate> begin(PhoneNumber phone) {
        if (!locked.contains(phone) && counts.merge(phone, 1, Integer::sum) <= LIMIT) {
            return Uni.createFrom().item(new Gate.Open());
        }
        locked.add(phone);
        return Uni.createFrom().item(new Gate.Locked(LOCK));
    }

    @Override
    public synchronized Uni<Void> failed(PhoneNumber phone) {
        if (counts.getOrDefault(phone, 0) >= LIMIT) {
            locked.add(phone);
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> succeeded(PhoneNumber phone) {
        locked.remove(phone);
        counts.remove(phone);
        return Uni.createFrom().voidItem();
    }
}
