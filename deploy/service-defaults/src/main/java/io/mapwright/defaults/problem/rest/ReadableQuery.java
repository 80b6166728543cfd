package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Text;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Answers 422 naming each query parameter that has the wrong type. Left to JAX-RS (section 3.2 of its specification) the
 * same request would be answered 404, as if the address were wrong, and a misspelt truth would count as false.
 */
final class ReadableQuery {

    private final Map<Method, List<QueryParameter>> parameters = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        if (!query.isEmpty()) {
            List<Fault> faults = parameters.computeIfAbsent(resource.getResourceMethod(), QueryParameter::of).stream()
                    .flatMap(parameter -> parameter.fault(query.get(parameter.name())).stream()
                            .map(text -> new Fault(parameter.name(), text)))
                    .toList();
            if (!faults.isEmpty()) {
                throw refusal(faults);
            }
        }
    }

    private static ProblemException refusal(List<Fault> faults) {
        List<String> zh = new ArrayList<>();
        ProblemException.Builder problem = ProblemException.of(422, "invalid_parameter");
        for (Fault fault : faults) {
            problem.field(fault.field(), fault.text().zh(), fault.text().en());
            zh.add(fault.field() + " " + fault.text().zh());
        }
        String en = faults.stream()
                .map(fault -> fault.field() + " " + fault.text().en())
                .collect(Collectors.joining(", "));
        return problem.text("请求参数有误：" + String.join("，", zh), "Invalid request: " + en)
                .build();
    }

    private record Fault(String field, Text text) {}
}
