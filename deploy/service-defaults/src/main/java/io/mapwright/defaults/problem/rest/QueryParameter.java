package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.problem.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestQuery;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query parameter of a resource method.
 *
 * @param name as it stands in the address
 * @param type of one value
 */
record QueryParameter(String name, Class<?> type) {

    /** Those of {@code method}, also the ones that a {@code @BeanParam} gathers. */
    static List<QueryParameter> of(Method method) {
        List<QueryParameter> found = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            name(parameter, parameter.getName())
                    .ifPresent(name -> found.add(new QueryParameter(name, element(parameter.getParameterizedType()))));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    name(field, field.getName())
                            .ifPresent(name -> found.add(new QueryParameter(name, element(field.getGenericType()))));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The name of a query parameter that is called {@code inCode} in Java; empty when {@code element} is none. */
    static Optional<String> name(AnnotatedElement element, String inCode) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            return Optional.of(standard.value());
        }
        RestQuery quarkus = element.getAnnotation(RestQuery.class);
        return quarkus == null ? Optional.empty() : Optional.of(quarkus.value().isEmpty() ? inCode : quarkus.value());
    }

    /** What is wrong with the first of {@code values} that cannot be read; null stands for a parameter that is absent. */
    Optional<Text> fault(List<String> values) {
        return values == null
                ? Optional.empty()
                : values.stream()
                        .filter(value -> !Scalar.isReadable(type, value))
                        .findFirst()
                        .map(value -> Scalar.wanted(type));
    }

    /** The type inside an {@code Optional} or a collection, else the type itself. */
    private static Class<?> element(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getActualTypeArguments().length == 1 -> element(generic.getActualTypeArguments()[0]);
            case Class<?> plain -> plain;
            default -> Object.class;
        };
    }
}
