package io.mapwright.llmgateway.provider.vendor.hunyuan;

import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Tencent's Hunyuan. Its compatible mode answers "too many" with HTTP 400 and the code 2003; whether frequency or the five
 * places of the account are meant it does not say, and a free place cures both. Its native codes are known here too, since
 * they surface in messages and in streams.
 */
@Singleton
final class Hunyuan implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows()
            .code(Meaning.TOO_MANY_AT_ONCE, "2003", "FailedOperation.EngineServerLimitExceeded")
            .saying(Meaning.TOO_MANY_AT_ONCE, "请求限频|并发")
            .code(Meaning.INVALID, "1001", "4003")
            .code(Meaning.TOO_MANY_REQUESTS, "LimitExceeded", "RequestLimitExceeded")
            .prefix(Meaning.TOO_MANY_REQUESTS, "RequestLimitExceeded.")
            .code(Meaning.TOO_SLOW, "FailedOperation.EngineRequestTimeout")
            .code(
                    Meaning.MONEY_SPENT,
                    "FailedOperation.FreeResourcePackExhausted",
                    "FailedOperation.ResourcePackExhausted",
                    "FailedOperation.ServiceStopArrears",
                    "FailedOperation.ServiceNotActivated")
            .prefix(Meaning.MONEY_SPENT, "ResourceInsufficient")
            .prefix(Meaning.MONEY_SPENT, "ResourceUnavailable")
            .codeLike(Meaning.CONTENT_OF_PROMPT, "OperationDenied\\..*IllegalDetected")
            .code(Meaning.CONTENT_OF_ANSWER, "sensitive")
            .prefix(Meaning.CREDENTIAL, "AuthFailure")
            .code(
                    Meaning.CREDENTIAL,
                    "UnauthorizedOperation",
                    "FailedOperation.UserUnAuthError",
                    "FailedOperation.PartnerAccountUnSupport",
                    "IpInBlacklist",
                    "IpNotInWhitelist",
                    "UnsupportedOperation.NonWhitelistAccount")
            .code(Meaning.NO_SUCH_MODEL, "InvalidParameterValue.Model")
            .codeLike(
                    Meaning.INVALID,
                    "InvalidParameter(Value)?(\\..*)?|MissingParameter|UnknownParameter|InvalidAction"
                            + "|Unsupported(Region|Protocol)|(Request|Response)SizeLimitExceeded")
            .code(
                    Meaning.BROKEN,
                    "FailedOperation",
                    "FailedOperation.EngineServerError",
                    "FailedOperation.ConsoleServerError",
                    "FailedOperation.ServiceStop",
                    "InternalError",
                    "ServiceUnavailable")
            // Its numbers are not published, and it sends nearly everything with HTTP 400.
            .guess(Meaning.BROKEN, "[0-9]+")
            .build();

    @Override
    public String name() {
        return "hunyuan";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }

    @Override
    public Set<Ability> lacks() {
        return Set.of(
                Ability.SEVERAL_CHOICES,
                Ability.RESPONSE_FORMAT,
                Ability.LOGPROBS,
                Ability.LOGIT_BIAS,
                Ability.PARALLEL_TOOL_CALLS);
    }
}
