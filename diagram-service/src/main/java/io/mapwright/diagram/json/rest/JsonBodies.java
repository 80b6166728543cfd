package io.mapwright.diagram.json.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.mapwright.diagram.json.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.util.List;

/** Lets Jackson write our values as they are, and refuse a number where a request should have a text. */
@Singleton
final class JsonBodies implements ObjectMapperCustomizer {

    private static final List<CoercionInputShape> NOT_A_TEXT =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("mapwright-json").addSerializer(Json.class, new Writer()));
        NOT_A_TEXT.forEach(
                shape -> mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
    }

    private static final class Writer extends StdSerializer<Json> {

        Writer() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeRawValue(value.toString());
        }
    }
}
