package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.List;

/**
 * A snapshot of everything counted.
 *
 * @param total all providers together
 * @param rejectedTotal calls refused for a limit anywhere
 * @param accounts each account that was called
 * @param sessions realtime sessions; their answers are calls like any other
 */
public record Statistics(
        Totals total,
        @JsonProperty("rejected_total") long rejectedTotal,
        List<OfAccount> accounts,
        SessionTotals sessions) {

    /** The totals of one provider's account; zero everywhere when it was never called. */
    public Totals of(String provider, String account) {
        return accounts.stream()
                .filter(a -> a.provider().equals(provider) && a.account().equals(account))
                .map(OfAccount::totals)
                .findFirst()
                .orElseGet(() -> new Counter().totals(0, 0));
    }

    /** The totals of one provider's default account. */
    public Totals of(String provider) {
        return of(provider, "default");
    }

    /** One account and its models. */
    public record OfAccount(
            String provider, String account, @JsonUnwrapped Totals totals, List<OfModel> models) {}

    /** One model of an account. */
    public record OfModel(String model, @JsonUnwrapped Totals totals) {}
}
