package io.mapwright.deploy.servers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivered message, as the inbox shows it.
 *
 * @param id unique, and in the order of arrival
 * @param to the address it was delivered to, whatever its headers say
 * @param from as in its header, empty when it has none
 * @param subject decoded, empty when it has none
 * @param text the plain part, empty when it has none
 * @param html the HTML part, empty when it has none
 */
@JsonInclude
record Mail(
        String id,
        String to,
        String from,
        String subject,
        String text,
        String html,
        @JsonProperty("received_at") String receivedAt) {

    static Mail read(String id, byte[] bytes) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            return new Mail(
                    id,
                    first(message.getHeader("Delivered-To")),
                    first(message.getHeader("From")),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    body(message, "text/plain").orElse(""),
                    body(message, "text/html").orElse(""),
                    Instant.ofEpochMilli(Long.parseLong(id.substring(id.indexOf('-') + 1)))
                            .toString());
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + id, e);
        }
    }

    private static String first(String[] headers) {
        return headers == null || headers.length == 0 ? "" : headers[0];
    }

    private static Optional<String> body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString().replace("\r\n", "\n"));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = body(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
