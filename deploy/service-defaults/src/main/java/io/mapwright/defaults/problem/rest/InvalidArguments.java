package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.problem.Problem;
import io.mapwright.defaults.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** 422: the request is readable and breaks a rule; each wrong field is named. */
final class InvalidArguments {

    private InvalidArguments() {}

    /** Whether a return value of ours, not an argument of the caller's, broke the rule. */
    static boolean isOurs(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream().anyMatch(violation -> {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        });
    }

    static Problem problem(ConstraintViolationException violations) {
        List<ConstraintViolation<?>> ordered = new ArrayList<>(violations.getConstraintViolations());
        ordered.sort(Comparator.comparing(InvalidArguments::field).thenComparing(ConstraintViolation::getMessage));
        ProblemException.Builder problem = ProblemException.of(422, "invalid_parameter");
        StringJoiner fields = new StringJoiner(", ");
        for (ConstraintViolation<?> violation : ordered) {
            // The message was interpolated in the caller's language already (CallersLocale).
            problem.field(field(violation), violation.getMessage(), violation.getMessage());
            fields.add(field(violation) + ": " + violation.getMessage());
        }
        return problem.text("请求参数有误：" + fields, "Invalid request: " + fields)
                .build()
                .problem();
    }

    /** The path inside the argument: method and parameter names are ours, not the caller's. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder inside = new StringBuilder();
        String parameter = "";
        Optional<Path.MethodNode> method = Optional.empty();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = Optional.of(node.as(Path.MethodNode.class));
                case CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
                case PARAMETER ->
                    parameter = method.flatMap(of ->
                                    queryName(violation.getRootBeanClass(), of, node.as(Path.ParameterNode.class)))
                            .orElseGet(() -> SnakeCase.of(node.getName()));
                default -> append(inside, node);
            }
        }
        return inside.isEmpty() ? parameter : inside.toString();
    }

    /** The class of the bean may be one that the container generated, without the annotations of ours. */
    private static Optional<String> queryName(Class<?> bean, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            try {
                Parameter declared = type.getDeclaredMethod(
                                method.getName(), method.getParameterTypes().toArray(Class<?>[]::new))
                        .getParameters()[parameter.getParameterIndex()];
                Optional<String> name = QueryParameter.name(declared, declared.getName());
                if (name.isPresent()) {
                    return name;
                }
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            path.append('[').append(node.getKey()).append(']');
        }
        if (node.getKind() == ElementKind.CONTAINER_ELEMENT || node.getName() == null) {
            return;
        }
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(SnakeCase.of(node.getName()));
    }
}
