package io.mapwright.defaults.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.mapwright.defaults.problem.Problem;
import io.mapwright.defaults.problem.ProblemException;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Bodies that Jackson refused: 400 when they are no JSON at all, 422 naming the field when a value has the wrong type.
 * The refused text itself is never repeated: it may be a password.
 */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem problem(JsonProcessingException refused) {
        if (refused.getCause() instanceof ProblemException known) {
            // The body was stopped in mid-reading, which is why there was no more of it to understand.
            return known.problem();
        }
        if (refused.getCause() instanceof StreamReadException broken) {
            return malformed(broken);
        }
        if (refused instanceof MismatchedInputException mismatch
                && !path(mismatch).isEmpty()) {
            return wrongType(mismatch);
        }
        if (refused instanceof MismatchedInputException) {
            return ProblemException.of(400, "invalid_parameter")
                    .text("请求体必须是一个 JSON 对象", "The request body must be a JSON object")
                    .build()
                    .problem();
        }
        if (refused instanceof JsonMappingException mapping && !path(mapping).isEmpty()) {
            return ofField(path(mapping), "值无效", "is not valid");
        }
        return malformed(refused);
    }

    /** 400: the bytes are no text in any encoding of JSON. */
    static Problem notText() {
        return ProblemException.of(400, "invalid_parameter")
                .text("请求体不是有效的 UTF-8 JSON", "The request body is not valid UTF-8 JSON")
                .build()
                .problem();
    }

    private static Problem malformed(JsonProcessingException refused) {
        String at = refused.getLocation() == null
                ? ""
                : " (line " + refused.getLocation().getLineNr() + ", column "
                        + refused.getLocation().getColumnNr() + ")";
        return ProblemException.of(400, "invalid_parameter")
                .text("请求体不是有效的 JSON" + at, "The request body is not valid JSON" + at)
                .build()
                .problem();
    }

    private static Problem wrongType(MismatchedInputException mismatch) {
        Class<?> wanted = mismatch.getTargetType();
        if (mismatch instanceof InvalidFormatException && wanted != null && wanted.isEnum()) {
            String known = Arrays.stream(wanted.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return ofField(path(mismatch), "必须是以下之一：" + known, "must be one of: " + known);
        }
        if (mismatch instanceof InvalidFormatException && wanted != null && Scalar.hasForm(wanted)) {
            return ofField(
                    path(mismatch),
                    Scalar.wanted(wanted).zh(),
                    Scalar.wanted(wanted).en());
        }
        String type = JsonType.of(wanted);
        return ofField(path(mismatch), "类型错误，应为 " + type, "has the wrong type; expected " + type);
    }

    private static Problem ofField(String field, String zh, String en) {
        return ProblemException.of(422, "invalid_parameter")
                .text("请求参数有误：" + field + " " + zh, "Invalid request: " + field + " " + en)
                .field(field, zh, en)
                .build()
                .problem();
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
