package io.mapwright.deploy.simulator.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mapwright.deploy.simulator.limit.Limits;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one provider behaves.
 *
 * @param account limits of each account as a whole
 * @param models limits of each model of an account, by model name; {@code *} is for all others
 * @param firstByteMs time to the first byte
 * @param tokensPerSecond speed of an answer; zero for all at once
 * @param chunkTokens tokens in one event of a stream, about, at least 1
 * @param coalesceBytes events of an unpaced stream written together, in bytes; zero writes each event on its own
 * @param keepAliveMs silence after which DeepSeek's keep-alive and Dify's ping are sent; zero for never
 * @param capSeconds how long one call may last before the provider ends it; zero for as long as it likes
 * @param accounts accounts with keys of their own; every other key belongs to the account {@code default}
 * @param refusedKeys keys the provider does not know
 */
public record ProviderSettings(
        Limits account,
        Map<String, Limits> models,
        Latency firstByteMs,
        double tokensPerSecond,
        int chunkTokens,
        int coalesceBytes,
        int keepAliveMs,
        int capSeconds,
        Map<String, AccountSettings> accounts,
        Set<String> refusedKeys) {

    /** The account of every key that no other account names. */
    public static final String DEFAULT_ACCOUNT = "default";

    public ProviderSettings {
        account = account == null ? Limits.NONE : account;
        models = models == null ? Map.of() : Map.copyOf(models);
        firstByteMs = firstByteMs == null ? Latency.NONE : firstByteMs;
        chunkTokens = chunkTokens == 0 ? 4 : chunkTokens;
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
        refusedKeys = refusedKeys == null ? Set.of() : Set.copyOf(refusedKeys);
        if (tokensPerSecond < 0 || chunkTokens < 1 || coalesceBytes < 0 || keepAliveMs < 0 || capSeconds < 0) {
            throw new IllegalArgumentException(
                    "tokens_per_second, coalesce_bytes, keep_alive_ms and cap_seconds are zero"
                            + " or more and chunk_tokens at least 1, not " + tokensPerSecond + ", " + coalesceBytes
                            + ", "
                            + keepAliveMs + ", " + capSeconds + ", " + chunkTokens);
        }
    }

    /** The account a key belongs to. */
    public String accountOf(String key) {
        for (Map.Entry<String, AccountSettings> entry : accounts.entrySet()) {
            if (entry.getValue().keys().contains(key)) {
                return entry.getKey();
            }
        }
        return DEFAULT_ACCOUNT;
    }

    @JsonIgnore
    public Limits limitsOfAccount(String name) {
        AccountSettings named = accounts.get(name);
        return named == null || named.limits() == null ? account : named.limits();
    }

    @JsonIgnore
    public Limits limitsOfModel(String model) {
        return models.getOrDefault(model, models.getOrDefault("*", Limits.NONE));
    }

    /**
     * An account beside the default one.
     *
     * @param keys the API keys that belong to it
     * @param limits its own limits; null for those of every account
     */
    public record AccountSettings(List<String> keys, Limits limits) {

        public AccountSettings {
            keys = keys == null ? List.of() : List.copyOf(keys);
        }
    }
}
