package io.mapwright.auth.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One call to a model, or one answer that was shared with another call, as far as the ledger cares.
 *
 * @param id unique for ever; the ledger holds each id once
 * @param finishedAt decides the day for which it counts
 * @param cost empty when the model has no price
 */
public record UsageEvent(
        String id, Instant finishedAt, Caller caller, Call call, Tokens tokens, Optional<Cost> cost, Ending ending) {

    public UsageEvent {
        Plain.text("event_id", id, 1, 64);
    }

    /**
     * Who called.
     *
     * @param subject of the caller's token; empty for services
     * @param organization id of the caller's organization; empty when there is none
     * @param apiKey id of the API key; empty for people
     */
    public record Caller(Optional<String> subject, Optional<String> organization, Optional<String> apiKey) {

        public Caller {
            subject.ifPresent(value -> Plain.text("user", value, 1, 64));
            organization.ifPresent(value -> Plain.text("organization", value, 0, 64));
            apiKey.ifPresent(value -> Plain.text("api_key", value, 1, 64));
        }
    }

    /**
     * What was called.
     *
     * @param requestId shared by the attempts of one request
     * @param attempt 1 for the first
     * @param requestType what the call was for; empty when the caller did not say
     * @param diagramType which map was to be drawn; empty when none was
     */
    public record Call(
            String requestId, int attempt, Model model, Optional<String> requestType, Optional<String> diagramType) {

        public Call {
            Plain.text("request_id", requestId, 1, 128);
            if (attempt < 1) {
                throw new IllegalArgumentException("attempt is 1 or more, not " + attempt);
            }
            requestType.ifPresent(value -> Plain.text("request_type", value, 0, 64));
            diagramType.ifPresent(value -> Plain.text("diagram_type", value, 0, 64));
        }
    }

    /** The model that answered: what users call it, what its provider calls it, and who that is. */
    public record Model(String logical, String physical, String provider) {

        public Model {
            Plain.text("logical_model", logical, 1, 128);
            Plain.text("physical_model", physical, 1, 128);
            Plain.text("provider", provider, 1, 64);
        }
    }

    /**
     * What it used.
     *
     * @param estimated whether the provider never told
     */
    public record Tokens(long input, long output, long cached, long reasoning, boolean estimated) {

        public Tokens {
            if (input < 0 || output < 0 || cached < 0 || reasoning < 0) {
                throw new IllegalArgumentException("token counts are not negative");
            }
        }
    }

    /**
     * What it cost.
     *
     * @param currency ISO 4217 code
     */
    public record Cost(BigDecimal amount, String currency) {

        public Cost {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("a cost is not negative");
            }
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("a currency is three capital letters");
            }
        }
    }

    /**
     * How it ended.
     *
     * @param failed whether there was no answer
     * @param category of the failure; empty on success
     * @param finish complete, aborted, failed or expired
     * @param shared whether the answer was taken over from an identical call
     */
    public record Ending(boolean failed, Optional<String> category, String finish, boolean shared) {

        public Ending {
            category.ifPresent(value -> Plain.text("error_category", value, 0, 64));
            Plain.text("finish", finish, 1, 16);
        }
    }

    /** What a text in the ledger may be. */
    private static final class Plain {

        private static void text(String name, String value, int shortest, int longest) {
            if (value.length() < shortest || value.length() > longest) {
                throw new IllegalArgumentException(
                        name + " has " + shortest + " to " + longest + " characters, not " + value.length());
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(name + " holds a control character");
            }
        }
    }
}
