package io.mapwright.llmgateway.provider.vendor.ark;

import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Volcengine's Ark, for Doubao and the models it hosts. Codes are exact and dotted; the type only repeats the HTTP class,
 * and the request id stands at the end of the message.
 */
@Singleton
final class Ark implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows()
            .saying(Meaning.TOO_LONG, "exceed max message tokens")
            .code(Meaning.TOO_LONG, "OutofContextError")
            .codeLike(Meaning.CONTENT_OF_ANSWER, "Output\\w*(SensitiveContentDetected|RiskDetection)(\\..*)?")
            .codeLike(Meaning.CONTENT_OF_PROMPT, "(Input\\w*)?(SensitiveContentDetected|RiskDetection)(\\..*)?")
            .code(Meaning.CONTENT_OF_PROMPT, "ContentSecurityDetectionError")
            .code(
                    Meaning.MONEY_SPENT,
                    "AccountOverdueError",
                    "OperationDenied.ServiceOverdue",
                    "SetLimitExceeded",
                    "QuotaExceeded")
            .codeLike(Meaning.TOO_MANY_TOKENS, "RateLimitExceeded\\..*TPM?D?Exceeded|ModelAccountTpmRateLimitExceeded")
            .codeLike(
                    Meaning.TOO_MANY_REQUESTS,
                    "RateLimitExceeded(\\..*)?|ModelAccount[RI]pmRateLimitExceeded|(API)?Account(Rpm)?RateLimitExceeded")
            .code(Meaning.TOO_SUDDEN, "RequestBurstTooFast")
            .code(Meaning.TOO_MANY_AT_ONCE, "InflightBatchsizeExceeded")
            .code(Meaning.NO_CAPACITY, "ServerOverloaded")
            .code(
                    Meaning.NO_SUCH_MODEL,
                    "InvalidEndpointOrModel.NotFound",
                    "InvalidEndpointOrModel.ModelIDAccessDisabled",
                    "ModelNotOpen",
                    "UnsupportedModel")
            .prefix(Meaning.NO_SUCH_MODEL, "NotFound")
            .code(Meaning.CREDENTIAL, "AuthenticationError", "InvalidAccountStatus", "AccessDenied")
            .prefix(Meaning.CREDENTIAL, "OperationDenied.")
            .codeLike(
                    Meaning.INVALID,
                    "(MissingParameter|InvalidParameter|InvalidArgumentError|InvalidImageURL)(\\..*)?"
                            + "|InvalidEndpoint\\.ClosedEndpoint|InvalidSubscription")
            .code(Meaning.BROKEN, "InternalServiceError")
            .build();

    @Override
    public String name() {
        return "ark";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }

    @Override
    public Set<Ability> lacks() {
        return Set.of(Ability.SEVERAL_CHOICES, Ability.SEED);
    }
}
