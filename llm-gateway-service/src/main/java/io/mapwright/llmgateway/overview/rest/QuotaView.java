package io.mapwright.llmgateway.overview.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.llmgateway.overview.RouteStanding;
import io.mapwright.llmgateway.quota.QuotaSnapshot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One quota for operators. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record QuotaView(
        String provider,
        String account,
        String pool,
        String mode,
        List<Limit> limits,
        long inFlight,
        List<Holder> holders,
        Map<String, Long> waiting,
        double coolDownSeconds,
        List<RouteView> routes) {

    static QuotaView of(RouteStanding standing) {
        QuotaSnapshot quota = standing.quota();
        Map<String, Long> waiting = new TreeMap<>();
        quota.waiting().forEach((priority, count) -> waiting.put(lower(priority), count));
        return new QuotaView(
                quota.scope().provider(),
                quota.scope().account(),
                quota.scope().pool(),
                lower(quota.mode()),
                quota.usage().stream().map(Limit::of).toList(),
                quota.inFlight(),
                quota.holders().stream().map(Holder::of).toList(),
                waiting,
                quota.coolDown().toMillis() / 1000.0,
                List.of(RouteView.of(standing)));
    }

    QuotaView withRoutesOf(QuotaView other) {
        List<RouteView> all =
                Stream.concat(routes.stream(), other.routes.stream()).distinct().toList();
        return new QuotaView(provider, account, pool, mode, limits, inFlight, holders, waiting, coolDownSeconds, all);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    record Limit(String dimension, long limit, long effective, long used) {

        static Limit of(QuotaSnapshot.Usage usage) {
            return new Limit(lower(usage.dimension()), usage.limit(), usage.effective(), usage.used());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Holder(String replica, long inFlight, double lastSeenSeconds) {

        static Holder of(QuotaSnapshot.Holder holder) {
            return new Holder(
                    holder.replica(), holder.inFlight(), holder.lastSeen().toMillis() / 1000.0);
        }
    }

    /** A route that draws on the quota. */
    record RouteView(String model, String route, String breaker) {

        static RouteView of(RouteStanding standing) {
            return new RouteView(standing.model(), standing.route().name(), lower(standing.breaker()));
        }
    }
}
