package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan;
import io.mapwright.deploy.simulator.ledger.Ledger;
import io.mapwright.deploy.simulator.limit.Account;
import io.mapwright.deploy.simulator.provider.ErrorCatalogue;
import io.mapwright.deploy.simulator.provider.ErrorForm;
import io.mapwright.deploy.simulator.provider.Provider;
import io.mapwright.deploy.simulator.settings.ProviderSettings;
import io.mapwright.deploy.simulator.settings.SettingsBook;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What all endpoints share: accounts, settings, faults, ledger, time, chance.
 *
 * <p>Everything happens on one event loop, so that calls are counted in one order and nothing needs a lock.
 */
public final class Backstage {

    private static final int KEPT_CALLS = 250_000;

    private final LongSupplier nanos;
    private final InstantSource wall;
    private final RandomGenerator random;
    private final SettingsBook settings;
    private final FaultPlan faults;
    private final Ledger ledger;
    private final Map<Provider, Map<String, Account>> accounts = new EnumMap<>(Provider.class);

    public Backstage(long seed, String preset, LongSupplier nanos, InstantSource wall) {
        this.nanos = nanos;
        this.wall = wall;
        this.random = new SplittableRandom(seed);
        this.settings = new SettingsBook(Provider.keys(), preset);
        this.faults = new FaultPlan(new SplittableRandom(seed + 1));
        this.ledger = new Ledger(KEPT_CALLS, nanos, wall);
    }

    public long nanos() {
        return nanos.getAsLong();
    }

    public InstantSource wall() {
        return wall;
    }

    public RandomGenerator random() {
        return random;
    }

    public FaultPlan faults() {
        return faults;
    }

    public Ledger ledger() {
        return ledger;
    }

    public ProviderSettings settings(Provider provider) {
        return settings.of(provider.key());
    }

    /** All settings as JSON. */
    public String settingsJson() {
        return settings.toJson();
    }

    /**
     * Merges a settings document; what was counted stays counted.
     *
     * @throws IllegalArgumentException if it has a mistake; then nothing changed
     */
    public void change(String document) {
        settings.change(document);
        accounts.forEach((provider, named) -> named.values().forEach(account -> enforce(provider, account)));
    }

    /**
     * Adds a fault and answers its id.
     *
     * @throws IllegalArgumentException if it names an unknown provider, or an error without a provider or one that the
     *     provider does not document
     */
    public int add(Fault fault) {
        if (fault.isError()) {
            if (fault.provider() == null) {
                throw new IllegalArgumentException("an error belongs to a provider, one of " + Provider.keys());
            }
            catalogue(provider(fault.provider())).row(fault.code());
        } else if (fault.kind() == FaultKind.ENVELOPE) {
            ErrorForm.of(fault.code());
        } else if (fault.provider() != null) {
            provider(fault.provider());
        }
        return faults.add(fault);
    }

    /**
     * The errors a provider documents.
     *
     * @throws IllegalArgumentException if there is no such provider
     */
    public ErrorCatalogue catalogue(String key) {
        return catalogue(provider(key));
    }

    private static ErrorCatalogue catalogue(Provider provider) {
        return provider == Provider.OMNI ? ErrorCatalogue.of(Provider.DASHSCOPE) : ErrorCatalogue.of(provider);
    }

    /** The account that a key belongs to. */
    public Account account(Provider provider, String key) {
        String name = settings(provider).accountOf(key);
        return accounts.computeIfAbsent(provider, p -> new HashMap<>()).computeIfAbsent(name, n -> {
            Account account = new Account(n, provider.order());
            enforce(provider, account);
            return account;
        });
    }

    private void enforce(Provider provider, Account account) {
        ProviderSettings its = settings(provider);
        account.enforce(its.limitsOfAccount(account.name()), its::limitsOfModel);
    }

    private static Provider provider(String key) {
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider '" + key + "', only " + Provider.keys()));
    }
}
