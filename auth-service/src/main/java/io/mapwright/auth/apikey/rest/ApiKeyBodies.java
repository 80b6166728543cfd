package io.mapwright.auth.apikey.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mapwright.auth.apikey.ApiKey;
import io.mapwright.auth.apikey.ApiKeyEdit;
import io.mapwright.auth.apikey.ApiKeySecret;
import io.mapwright.auth.edit.Edit;
import io.mapwright.auth.edit.rest.EditJson;
import io.mapwright.auth.edit.rest.InvalidFields;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.defaults.problem.Text;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.time.Instant;
import java.util.Optional;

/** What administrators send about API keys, and what they get. */
final class ApiKeyBodies {

    private ApiKeyBodies() {}

    /** A new key. A manager's keys are their organization's, whatever they say. */
    record New(
            @NotBlank @Size(max = 100) String name,
            Optional<@Size(max = 500) String> description,
            Optional<@Min(1) Long> quotaLimit,
            Optional<Instant> expiresAt,
            Optional<@Min(1) Long> organizationId) {

        ApiKey.Terms terms(OrganizationScope scope) {
            return new ApiKey.Terms(
                    name.strip(),
                    description.orElse(""),
                    quotaLimit,
                    expiresAt,
                    scope.limit().or(() -> organizationId.map(OrganizationId::new)));
        }
    }

    record Changed(
            @JsonDeserialize(using = EditJson.class) Edit<String> name,
            @JsonDeserialize(using = EditJson.class) Edit<String> description,
            @JsonDeserialize(using = EditJson.class) Edit<Long> quotaLimit,
            @JsonDeserialize(using = EditJson.class) Edit<Instant> expiresAt,
            @JsonDeserialize(using = EditJson.class) Edit<Boolean> isActive) {

        private static final Text NAME = new Text("名称应为 1 到 100 个字符", "1 to 100 characters");
        private static final Text DESCRIPTION = new Text("描述最多 500 个字符", "at most 500 characters");
        private static final Text QUOTA = new Text("额度应不小于 1", "1 or more");

        ApiKeyEdit edit() {
            return new ApiKeyEdit(
                    InvalidFields.needed("name", name, text -> shorter(text.strip(), 100), NAME),
                    description.map(text ->
                            shorter(text, 500).orElseThrow(() -> InvalidFields.invalid("description", DESCRIPTION))),
                    quotaLimit.map(limit -> {
                        if (limit < 1) {
                            throw InvalidFields.invalid("quota_limit", QUOTA);
                        }
                        return limit;
                    }),
                    expiresAt,
                    InvalidFields.needed("is_active", isActive));
        }

        private static Optional<String> shorter(String text, int longest) {
            return Optional.of(text).filter(value -> !value.isEmpty() && value.length() <= longest);
        }
    }

    record Shown(
            long id,
            String name,
            String description,
            Optional<Long> quotaLimit,
            Optional<Instant> expiresAt,
            Optional<Long> organizationId,
            boolean isActive,
            long usageCount,
            Instant createdAt,
            Optional<Instant> lastUsedAt) {

        static Shown of(ApiKey key) {
            return new Shown(
                    key.id().value(),
                    key.terms().name(),
                    key.terms().description(),
                    key.terms().quotaLimit(),
                    key.terms().expiresAt(),
                    key.terms().organization().map(OrganizationId::value),
                    key.active(),
                    key.usageCount(),
                    key.createdAt(),
                    key.lastUsedAt());
        }
    }

    /** The one time that a key is shown. */
    record Revealed(long id, String key, String name, Optional<Instant> expiresAt, Optional<Long> quotaLimit) {

        static Revealed of(ApiKey key, ApiKeySecret secret) {
            return new Revealed(
                    key.id().value(),
                    secret.value(),
                    key.terms().name(),
                    key.terms().expiresAt(),
                    key.terms().quotaLimit());
        }
    }
}
