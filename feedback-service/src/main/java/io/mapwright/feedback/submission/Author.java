package io.mapwright.feedback.submission;

import java.util.Objects;
import java.util.Optional;

/**
 * Who wrote a feedback.
 *
 * @param userId the user; proven by a token when {@code verified}, otherwise only claimed by the client
 * @param userName the name the client sent along, never proven
 * @param organization the organization of a verified user
 * @param verified whether {@code userId} comes from a verified token
 */
public record Author(
        Optional<String> userId, Optional<String> userName, Optional<String> organization, boolean verified) {

    public Author {
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(organization, "organization");
        if (verified && userId.isEmpty()) {
            throw new IllegalArgumentException("a verified author has a user id, this one has none");
        }
    }
}
