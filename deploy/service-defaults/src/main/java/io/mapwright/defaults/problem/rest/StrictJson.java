package io.mapwright.defaults.problem.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

/**
 * JSON is taken as it was written: 1 is no truth, "5" no number, 5 no text, 2 no constant of an enum, and a document ends
 * where it ends. A client that mixes them up learns it at once, and not from a value that it never sent.
 */
@Singleton
final class StrictJson implements ObjectMapperCustomizer {

    private static final Map<LogicalType, List<CoercionInputShape>> REFUSED = Map.of(
            LogicalType.Boolean, List.of(Integer, Float, String, EmptyString),
            LogicalType.Enum, List.of(Integer, Float, EmptyString),
            LogicalType.Float, List.of(String, Boolean, EmptyString),
            LogicalType.Integer, List.of(String, Float, Boolean, EmptyString),
            LogicalType.Textual, List.of(Integer, Float, Boolean));

    @Override
    public void customize(ObjectMapper mapper) {
        REFUSED.forEach((type, shapes) ->
                shapes.forEach(shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
