package io.mapwright.testkit;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Holds every exchange of a RestAssured test against a contract. */
record ContractFilter(OpenApiContract contract) implements Filter {

    private static final Set<Integer> FOR_STRANGERS = Set.of(404, 405);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification ignored, FilterContext context) {
        Response response = context.next(request, ignored);
        String method = request.getMethod();
        String path = URI.create(request.getURI()).getPath();
        if (OpenApiContract.isNobodysContract(path)
                || !contract.knows(method, path) && FOR_STRANGERS.contains(response.statusCode())) {
            return response;
        }
        contract.assertResponse(method, path, response.statusCode(), header(response), body(response));
        if (response.statusCode() / 100 == 2 && isJson(request) && request.getBody() instanceof String sent) {
            contract.assertRequest(method, path, sent);
        }
        return response;
    }

    private static java.util.function.Function<String, String> header(Response response) {
        return name -> Optional.ofNullable(response.getHeader(name)).orElse("");
    }

    /** A stream of events or a picture is nothing to read as text. */
    private static String body(Response response) {
        String type = header(response).apply("Content-Type");
        return type.contains("json") || type.isEmpty() ? response.asString() : "(" + type + ")";
    }

    private static boolean isJson(FilterableRequestSpecification request) {
        return Optional.ofNullable(request.getContentType()).orElse("").startsWith("application/json");
    }
}
