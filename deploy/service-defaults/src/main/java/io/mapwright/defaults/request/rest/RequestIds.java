package io.mapwright.defaults.request.rest;

import io.mapwright.defaults.request.RequestId;
import io.vertx.ext.web.RoutingContext;

/** Where a routing context keeps its request's id. */
final class RequestIds {

    private static final String KEY = RequestId.class.getName();

    private RequestIds() {}

    static RequestId of(RoutingContext context) {
        RequestId known = context.get(KEY);
        if (known != null) {
            return known;
        }
        RequestId chosen =
                RequestId.sent(context.request().getHeader(RequestId.HEADER)).orElseGet(RequestId::random);
        context.put(KEY, chosen);
        return chosen;
    }
}
