package io.mapwright.feedback.submission.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

/** The JSON value takes at most {@link #max} characters when written without white space; null is fine. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = ShortJson.Rule.class)
@interface ShortJson {

    /** Most characters, 1 or more. */
    int max();

    /** The lower bound that the standard message of {@code Size} names. */
    int min() default 0;

    String message() default "{jakarta.validation.constraints.Size.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures the value. */
    final class Rule implements ConstraintValidator<ShortJson, JsonNode> {

        private int max;

        @Override
        public void initialize(ShortJson rule) {
            max = rule.max();
        }

        @Override
        public boolean isValid(@Nullable JsonNode value, ConstraintValidatorContext context) {
            return value == null || value.toString().length() <= max;
        }
    }
}
