package io.mapwright.deploy.load.quota;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Locale;

/**
 * What the provider allows; 0 is no limit.
 *
 * @param perMinute calls in any 60 seconds
 * @param perSecond whether a sixtieth of the minute's limits is enforced in every second, too
 * @param inFlight calls at the same time
 * @param tokensPerMinute tokens in any 60 seconds
 */
record Limits(int perMinute, boolean perSecond, int inFlight, int tokensPerMinute) {

    static final String PROVIDER = "dashscope";
    static final String MODEL = "qwen-plus";

    /** Half of every limit. */
    Limits halved() {
        return new Limits(perMinute / 2, perSecond, inFlight / 2, tokensPerMinute / 2);
    }

    /** As the simulator is told, for {@link #MODEL} alone. */
    ObjectNode forSimulator() {
        ObjectNode limits = JsonNodeFactory.instance
                .objectNode()
                .put("requests_per_minute", perMinute)
                .put("per_second_share", perSecond)
                .put("in_flight", inFlight)
                .put("tokens_per_minute", tokensPerMinute);
        ObjectNode provider = JsonNodeFactory.instance.objectNode();
        provider.set("models", JsonNodeFactory.instance.objectNode().set(MODEL, limits));
        // The model's limits are the only ones.
        provider.set("account", JsonNodeFactory.instance.objectNode().put("requests_per_minute", 0));
        return JsonNodeFactory.instance.objectNode().set(PROVIDER, provider);
    }

    /**
     * The same as properties for the gateway, which spends all of it: nobody else is on this account. They come before the
     * gateway's own files and after its environment.
     */
    String forGateway() {
        String accounting = "gateway.providers." + PROVIDER + ".accounting.";
        String limits = accounting + "limits." + MODEL + ".";
        return String.format(Locale.ROOT, """
                config_ordinal=275
                %1$ssafety=1.0
                %1$sper-second-enforced=%3$s
                %2$srequests-per-minute=%4$d
                %2$sconcurrency=%5$d
                %2$stokens-per-minute=%6$d
                """, accounting, limits, perSecond, perMinute, inFlight, tokensPerMinute);
    }
}
