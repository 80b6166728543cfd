package io.mapwright.llmgateway.quota;

/**
 * Where a call goes: what a route names. Several destinations can share one {@link QuotaScope}.
 *
 * @param provider configured id of the provider, such as {@code dashscope}
 * @param account which of our accounts with it, {@code default} where there is one
 * @param model the provider's own name of the model
 */
public record Destination(String provider, String account, String model) {

    public Destination {
        Names.require("provider", provider);
        Names.require("account", account);
        Names.require("model", model);
    }

    /** A destination on the only account with this provider. */
    public static Destination of(String provider, String model) {
        return new Destination(provider, "default", model);
    }
}
