package io.mapwright.auth.edit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.mapwright.auth.edit.Edit;

import java.io.IOException;

/** Reads a member of a partial change: absent keeps, null and the empty text clear, anything else puts. */
public final class EditJson extends JsonDeserializer<Edit<?>> implements ContextualDeserializer {

    private final JavaType content;

    /** For Jackson, which asks for the contextual one next. */
    public EditJson() {
        this(TypeFactory.unknownType());
    }

    private EditJson(JavaType content) {
        this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new EditJson(type.containedTypeOrUnknown(0));
    }

    @Override
    public Edit<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().isBlank()) {
            return new Edit.Clear<>();
        }
        return new Edit.Put<>(context.readValue(parser, content));
    }

    @Override
    public Edit<?> getNullValue(DeserializationContext context) {
        return new Edit.Clear<>();
    }

    @Override
    public Edit<?> getAbsentValue(DeserializationContext context) {
        return new Edit.Keep<>();
    }
}
