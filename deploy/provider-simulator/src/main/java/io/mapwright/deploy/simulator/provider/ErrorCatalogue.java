package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.core.type.TypeReference;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The documented errors of one provider, from {@code /simulator/errors/<provider>.json}. */
public final class ErrorCatalogue {

    private final String provider;
    private final List<ErrorRow> rows;

    private ErrorCatalogue(String provider, List<ErrorRow> rows) {
        this.provider = provider;
        this.rows = rows;
    }

    /** All errors of a provider; Hunyuan's native codes in the form its compatible API would give them. */
    public static ErrorCatalogue of(Provider provider) {
        ErrorCatalogue own = named(provider.key());
        return provider == Provider.HUNYUAN ? own.with(named("hunyuan-native"), 400, "runtime_error") : own;
    }

    /** The catalogue of an API that has its own. */
    public static ErrorCatalogue named(String name) {
        String path = "/simulator/errors/" + name + ".json";
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(path)) {
            return new ErrorCatalogue(
                    name, List.copyOf(Json.mapper().readValue(in, new TypeReference<List<ErrorRow>>() {})));
        } catch (IOException e) {
            throw new IllegalStateException(path + " is unreadable", e);
        }
    }

    /** This catalogue followed by another, whose rows get the given status and type. */
    ErrorCatalogue with(ErrorCatalogue other, int http, String type) {
        List<ErrorRow> all = new ArrayList<>(rows);
        other.rows.forEach(row -> all.add(new ErrorRow(row.key(), http, row.code(), type, row.message())));
        return new ErrorCatalogue(provider, List.copyOf(all));
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
