package io.mapwright.llmgateway.overview;

import io.mapwright.llmgateway.catalogue.ModelCatalogue;
import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.routing.Breakers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.util.List;

/** Gathers how all routes stand. */
@Singleton
public final class Overview {

    private final ModelCatalogue catalogue;
    private final Quota quota;
    private final Breakers breakers;

    Overview(ModelCatalogue catalogue, Quota quota, Breakers breakers) {
        this.catalogue = catalogue;
        this.quota = quota;
        this.breakers = breakers;
    }

    /** Every route of every logical model, in the order of the catalogue. */
    public Uni<List<RouteStanding>> routes() {
        return Multi.createFrom()
                .iterable(catalogue.all())
                .onItem()
                .transformToMultiAndConcatenate(model -> Multi.createFrom()
                        .iterable(model.routes())
                        .onItem()
                        .transformToUniAndConcatenate(route -> standing(model.name(), route)))
                .collect()
                .asList();
    }

    private Uni<RouteStanding> standing(String model, Route route) {
        return quota.snapshot(route.destination())
                .map(snapshot -> new RouteStanding(model, route, breakers.state(route), snapshot));
    }
}
