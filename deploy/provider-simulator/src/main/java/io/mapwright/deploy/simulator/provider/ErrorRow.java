package io.mapwright.deploy.simulator.provider;

/**
 * One documented error of a provider.
 *
 * @param key names the row where several have the same code; the code when absent
 * @param http the HTTP status
 * @param code the code on the wire; empty when the provider has none
 * @param type the type on the wire; for DashScope the code of compatible mode
 * @param message a typical message; {@code {model}} and {@code {request}} are filled in
 */
public record ErrorRow(String key, int http, String code, String type, String message) {

    public ErrorRow {
        code = code == null ? "" : code;
        type = type == null ? "" : type;
        message = message == null ? "" : message;
        key = key == null ? code.isEmpty() ? type : code : key;
    }

    boolean isNamed(String name) {
        return name.equals(key) || name.equals(code) || name.equals(type);
    }
}
