package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.core.type.TypeReference;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The documented errors of one provider, from {@code /simulator/errors/<provider>.json}. */
public final class ErrorCatalogue {

    private final String provider;
    private final List<ErrorRow> rows;

    private ErrorCatalogue(String provider, List<ErrorRow> rows) {
        this.provider = provider;
        this.rows = rows;
    }

    public static ErrorCatalogue of(Provider provider) {
        String path = "/simulator/errors/" + provider.key() + ".json";
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(path)) {
            return new ErrorCatalogue(
                    provider.key(), List.copyOf(Json.mapper().readValue(in, new TypeReference<List<ErrorRow>>() {})));
        } catch (IOException e) {
            throw new IllegalStateException(path + " is unreadable", e);
        }
    }

    public List<ErrorRow> rows() {
        return rows;
    }

    /**
     * The row with a key, else the first with a code or type.
     *
     * @throws IllegalArgumentException when the provider documents no such error
     */
    public ErrorRow row(String name) {
        return rows.stream()
                .filter(row -> row.key().equals(name))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.isNamed(name)).findFirst())
                .orElseThrow(() -> new IllegalArgumentException(provider + " documents no error '" + name + "'"));
    }
}
