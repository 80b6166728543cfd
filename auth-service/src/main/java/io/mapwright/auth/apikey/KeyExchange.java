package io.mapwright.auth.apikey;

import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.token.AccessClaims;
import io.mapwright.auth.token.AccessToken;
import io.mapwright.auth.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Exchanges API keys for access tokens. */
@ApplicationScoped
public class KeyExchange {

    private final ApiKeys keys;
    private final AccessTokens tokens;
    private final InstantSource time;

    KeyExchange(ApiKeys keys, AccessTokens tokens, InstantSource time) {
        this.keys = keys;
        this.tokens = tokens;
        this.time = time;
    }

    /** A token for the key in {@code text}; each token counts as one use of the key. */
    public Uni<Exchange> exchange(String text) {
        return ApiKeySecret.parse(text)
                .map(secret -> keys.use(secret.fingerprint(), time.instant()).map(this::judge))
                .orElseGet(() -> Uni.createFrom().item(new Exchange.Refused(KeyUse.Reason.UNKNOWN)));
    }

    private Exchange judge(KeyUse use) {
        return switch (use) {
            case KeyUse.Counted counted -> new Exchange.Issued(tokens.issue(claims(counted)));
            case KeyUse.Refused refused -> new Exchange.Refused(refused.reason());
            case KeyUse.QuotaExhausted exhausted -> new Exchange.QuotaExhausted();
            case KeyUse.ShutOut shut -> new Exchange.ShutOut(shut.why());
        };
    }

    private static AccessClaims claims(KeyUse.Counted counted) {
        return new AccessClaims(
                counted.id().subject(),
                Optional.empty(),
                Optional.empty(),
                counted.organization().map(OrganizationId::toString),
                Set.of("api-key"));
    }

    /** What came of an exchange. */
    public sealed interface Exchange {

        /** The token. */
        record Issued(AccessToken token) implements Exchange {}

        /** The key is no good. */
        record Refused(KeyUse.Reason reason) implements Exchange {}

        /** The key's quota is used up. */
        record QuotaExhausted() implements Exchange {}

        /** The key's organization lets nobody in now. */
        record ShutOut(Organization.Membership why) implements Exchange {}
    }
}
