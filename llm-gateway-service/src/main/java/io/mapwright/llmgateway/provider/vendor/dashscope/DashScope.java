package io.mapwright.llmgateway.provider.vendor.dashscope;

import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

/**
 * Alibaba's Model Studio, for Qwen and for the DeepSeek and Kimi models it hosts. Its native codes and those of its
 * compatible mode live side by side; arrears come as HTTP 400, a token rush as {@code insufficient_quota} at 429.
 */
@Singleton
final class DashScope implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows()
            .saying(Meaning.MONEY_SPENT, "free allocated quota exceeded|free tier of the model has been exhausted")
            .saying(Meaning.CONTENT_OF_ANSWER, "output (text )?data may contain inappropriate content")
            .saying(Meaning.CONTENT_OF_PROMPT, "data may contain inappropriate content")
            .saying(Meaning.TOO_LONG, "range of input length should be")
            .saying(Meaning.NO_SUCH_MODEL, "^model not exist|unsupported model .* for openai compatibility mode")
            .code(
                    Meaning.MONEY_SPENT,
                    "Arrearage",
                    "AllocationQuota.FreeTierOnly",
                    "CommodityNotPurchased",
                    "PrepaidBillOverdue",
                    "PostpaidBillOverdue")
            .codeAt(403, Meaning.MONEY_SPENT, "insufficient_quota")
            .code(Meaning.TOO_MANY_TOKENS, "insufficient_quota", "Throttling.AllocationQuota")
            .code(Meaning.TOO_SUDDEN, "limit_burst_rate", "Throttling.BurstRate")
            .code(Meaning.TOO_MANY_REQUESTS, "limit_requests", "LimitRequests", "Throttling.RateQuota", "Throttling")
            .prefix(Meaning.TOO_MANY_REQUESTS, "Throttling.")
            .code(Meaning.INVALID, "InvalidParameter.DataInspection")
            .code(
                    Meaning.CONTENT_OF_PROMPT,
                    "DataInspectionFailed",
                    "data_inspection_failed",
                    "IPInfringementSuspect",
                    "FaqRuleBlocked",
                    "CustomRoleBlocked")
            .code(
                    Meaning.CREDENTIAL,
                    "InvalidApiKey",
                    "invalid_api_key",
                    "NOT AUTHORIZED",
                    "WorkSpaceNotFound",
                    "NotFound")
            .code(
                    Meaning.CREDENTIAL,
                    "AccessDenied",
                    "access_denied",
                    "AccessDenied.Unpurchased",
                    "Model.AccessDenied",
                    "App.AccessDenied",
                    "Workspace.AccessDenied")
            .saying(Meaning.CREDENTIAL, "invalid access token or token expired")
            .code(Meaning.NO_SUCH_MODEL, "ModelNotFound", "model_not_found", "model_not_supported")
            .code(Meaning.TOO_SLOW, "RequestTimeOut", "ResponseTimeout", "InternalError.Timeout")
            .code(Meaning.NO_CAPACITY, "ModelServingError", "ModelUnavailable")
            .codeAt(500, Meaning.BROKEN, "APIConnectionError")
            .code(
                    Meaning.INVALID,
                    "invalid_parameter_error",
                    "invalid_value",
                    "APIConnectionError",
                    "ClientDisconnect",
                    "UnsupportedOperation",
                    "FlowNotPublished",
                    "ServiceUnavailableError",
                    "Conflict")
            .prefix(Meaning.INVALID, "InvalidParameter")
            .prefix(Meaning.INVALID, "InternalError.Algo.InvalidParameter")
            .prefix(Meaning.INVALID, "InvalidURL")
            .prefix(Meaning.INVALID, "BadRequest.")
            .prefix(Meaning.BROKEN, "InternalError")
            .code(
                    Meaning.BROKEN,
                    "internal_error",
                    "SystemError",
                    "ModelServiceFailed",
                    "AppProcessFailed",
                    "InvokePluginFailed",
                    "RewriteFailed",
                    "RetrievalFailed")
            .code(Meaning.INVALID, "invalid_request_error")
            .build();

    @Override
    public String name() {
        return "dashscope";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }
}
