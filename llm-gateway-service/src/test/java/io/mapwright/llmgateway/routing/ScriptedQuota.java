package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.AdmissionRequest;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Destination;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.Permit;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.ProviderRejection;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Admits everybody at once, unless a provider was said to be busy; shows the standing it was given. */
public final class ScriptedQuota implements Quota {

    public final List<ProviderRejection> reports = new ArrayList<>();
    public final List<CallEnding> endings = new ArrayList<>();
    private final Map<String, QuotaSnapshot> standings = new HashMap<>();
    private final Map<String, Admission> refusals = new HashMap<>();

    public ScriptedQuota busy(String provider, Admission.Reason reason, Duration retryAfter) {
        refusals.put(provider, new Admission.Refused(reason, Dimension.REQUESTS_PER_MINUTE, retryAfter));
        return this;
    }

    public ScriptedQuota tooSmall(String provider) {
        refusals.put(provider, new Admission.NeverAdmissible(Dimension.TOKENS_PER_MINUTE, 100, 200));
        return this;
    }

    /** @param used of 100 */
    public ScriptedQuota standing(String provider, long used, long waiting, Duration coolDown) {
        standings.put(
                provider,
                new QuotaSnapshot(
                        new QuotaScope(provider, "default", "all"),
                        Admission.Mode.LEDGER,
                        List.of(
                                new QuotaSnapshot.Usage(Dimension.REQUESTS_PER_MINUTE, 120, 100, used),
                                new QuotaSnapshot.Usage(Dimension.TOKENS_PER_MINUTE, 1000, 1000, 0)),
                        0,
                        List.of(),
                        Map.of(PriorityClass.STANDARD, waiting),
                        coolDown));
        return this;
    }

    @Override
    public Uni<Admission> admit(AdmissionRequest request) {
        Admission refusal = refusals.get(request.destination().provider());
        return Uni.createFrom()
                .item(
                        refusal != null
                                ? refusal
                                : new Admission.Granted(permit(), Duration.ZERO, Duration.ZERO, Admission.Mode.LEDGER));
    }

    @Override
    public void report(Destination destination, ProviderRejection rejection) {
        reports.add(rejection);
    }

    @Override
    public Uni<QuotaSnapshot> snapshot(Destination destination) {
        if (!standings.containsKey(destination.provider())) {
            standing(destination.provider(), 0, 0, Duration.ZERO);
        }
        return Uni.createFrom().item(standings.get(destination.provider()));
    }

    private Permit permit() {
        return new Permit() {
            @Override
            public String id() {
                return "p";
            }

            @Override
            public void end(CallEnding ending) {
                endings.add(ending);
            }
        };
    }
}
