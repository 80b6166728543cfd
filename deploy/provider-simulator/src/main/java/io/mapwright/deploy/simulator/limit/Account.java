package io.mapwright.deploy.simulator.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One customer account at one provider. Limits exist for the account as a whole and for each of its models; a call must fit
 * in both and is counted in both or in neither.
 *
 * <p>Not thread-safe.
 */
public final class Account {

    private final String name;
    private final List<Dimension> order;
    private final Meter whole = new Meter();
    private final Map<String, Meter> perModel = new HashMap<>();
    private Function<String, Limits> modelLimits = model -> Limits.NONE;

    /** @param order in which the provider looks at its limits; the first that is used up names the refusal */
    public Account(String name, List<Dimension> order) {
        this.name = name;
        this.order = List.copyOf(order);
    }

    public String name() {
        return name;
    }

    /** Replaces the limits; what was counted stays counted. */
    public void enforce(Limits account, Function<String, Limits> ofModel) {
        whole.enforce(account);
        modelLimits = ofModel;
        perModel.forEach((model, meter) -> meter.enforce(ofModel.apply(model)));
    }

    public Admission enter(String model, long now, Demand demand) {
        Meter ofModel = perModel.computeIfAbsent(model, this::meterOf);
        Optional<Refusal> refusal = whole.refusal(now, demand, order).or(() -> ofModel.refusal(now, demand, order));
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        Meter.Lease first = whole.enter(now, demand);
        Meter.Lease second = ofModel.enter(now, demand);
        return new Admission.Admitted((end, tokens) -> {
            first.end(end, tokens);
            second.end(end, tokens);
        });
    }

    /** What is left for a model; of the model's own limits if it has some, else of the account's. */
    public Standing standing(String model, long now) {
        Standing ofModel = perModel.computeIfAbsent(model, this::meterOf).standing(now);
        return ofModel.isLimited() ? ofModel : whole.standing(now);
    }

    public int inFlight() {
        return whole.inFlight();
    }

    private Meter meterOf(String model) {
        Meter meter = new Meter();
        meter.enforce(modelLimits.apply(model));
        return meter;
    }
}
