package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Dimension;

/** The form in which one provider writes an error. */
interface Envelope {

    /**
     * @param row what happened
     * @param message the text, placeholders already filled in
     * @param stream whether the caller asked for a stream
     */
    WireError write(ErrorRow row, String message, String requestId, boolean stream);

    /** The catalogue's name of the error for a limit that is used up. */
    String refusalKey(Dimension dimension);

    /** OpenAI's form, which a compatible server uses. */
    Envelope OPENAI = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            String code = row.code().isEmpty() ? "null" : Json.quote(row.code());
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"error\":{\"message\":" + Json.quote(message) + ",\"type\":" + Json.quote(row.type())
                            + ",\"param\":null,\"code\":" + code + "}}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return switch (dimension) {
                case CONCURRENCY, REQUESTS_PER_MINUTE, REQUESTS_PER_SECOND, BURST -> "requests";
                case TOKENS_PER_MINUTE, TOKENS_PER_SECOND, TOKENS_PER_DAY -> "tokens";
            };
        }
    };

    /** Model Studio's compatible mode; an error of a streamed call with HTTP 400 is framed as an event. */
    Envelope DASHSCOPE = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            String code = Json.quote(row.type().isEmpty() ? row.code() : row.type());
            boolean aboutRequest =
                    row.http() == 401 || row.http() == 404 || row.type().startsWith("invalid_");
            String type = aboutRequest ? "\"invalid_request_error\"" : code;
            String body = "{\"error\":{\"message\":" + Json.quote(message) + ",\"type\":" + type
                    + ",\"param\":null,\"code\":" + code + "},\"id\":\"chatcmpl-" + requestId + "\",\"request_id\":\""
                    + requestId + "\"}";
            return stream && row.http() == 400
                    ? new WireError(400, row.key(), WireError.EVENTS, "data: " + body + "\n\n")
                    : WireError.json(row.http(), row.key(), body);
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return switch (dimension) {
                case CONCURRENCY -> "Throttling";
                case REQUESTS_PER_MINUTE, REQUESTS_PER_SECOND -> "Throttling.RateQuota";
                case BURST -> "Throttling.BurstRate";
                case TOKENS_PER_MINUTE, TOKENS_PER_SECOND, TOKENS_PER_DAY -> "Throttling.AllocationQuota";
            };
        }
    };

    /** Model Studio's own API. */
    Envelope DASHSCOPE_NATIVE = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"code\":" + Json.quote(row.code().isEmpty() ? row.type() : row.code()) + ",\"message\":"
                            + Json.quote(message) + ",\"request_id\":\"" + requestId + "\"}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            String key = DASHSCOPE.refusalKey(dimension);
            return key.equals("Throttling.RateQuota") ? "native_rate_quota" : key;
        }
    };

    /** DeepSeek's own API; its 422 is plain text. */
    Envelope DEEPSEEK = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            if (row.http() == 422) {
                return new WireError(422, row.key(), "text/plain; charset=utf-8", message);
            }
            return OPENAI.write(row, message, requestId, stream);
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return "rate_limit_error";
        }
    };

    /** Moonshot's form: a type and a message, nothing else. */
    Envelope MOONSHOT = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"error\":{\"type\":" + Json.quote(row.type()) + ",\"message\":" + Json.quote(message) + "}}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return switch (dimension) {
                case CONCURRENCY -> "concurrency";
                case REQUESTS_PER_MINUTE, REQUESTS_PER_SECOND, BURST -> "rpm";
                case TOKENS_PER_MINUTE, TOKENS_PER_SECOND -> "tpm";
                case TOKENS_PER_DAY -> "tpd";
            };
        }
    };

    /** Hunyuan's form: a number in quotes as the code. */
    Envelope HUNYUAN = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"error\":{\"id\":\"" + requestId.replace("-", "") + "\",\"message\":" + Json.quote(message)
                            + ",\"type\":" + Json.quote(row.type()) + ",\"param\":null,\"code\":"
                            + Json.quote(row.code()) + "}}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return "2003";
        }
    };

    /** Hunyuan's own API: HTTP 200 whatever happened. */
    Envelope HUNYUAN_NATIVE = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"Response\":{\"Error\":{\"Code\":" + Json.quote(row.code()) + ",\"Message\":"
                            + Json.quote(message) + "},\"RequestId\":\"" + requestId + "\"}}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return dimension == Dimension.CONCURRENCY
                    ? "FailedOperation.EngineServerLimitExceeded"
                    : "RequestLimitExceeded";
        }
    };

    /** Dify's form: a code, a message and the status once more. */
    Envelope DIFY = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"code\":" + Json.quote(row.code()) + ",\"message\":" + Json.quote(message) + ",\"status\":"
                            + row.http() + "}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return "too_many_requests";
        }
    };

    /** Ark's form: the request id closes the message. */
    Envelope ARK = new Envelope() {
        @Override
        public WireError write(ErrorRow row, String message, String requestId, boolean stream) {
            String text = message.contains(requestId) ? message : message + " Request id: " + requestId;
            return WireError.json(
                    row.http(),
                    row.key(),
                    "{\"error\":{\"code\":" + Json.quote(row.code()) + ",\"message\":" + Json.quote(text)
                            + ",\"param\":\"\",\"type\":" + Json.quote(row.type()) + "}}");
        }

        @Override
        public String refusalKey(Dimension dimension) {
            return switch (dimension) {
                case CONCURRENCY -> "InflightBatchsizeExceeded";
                case REQUESTS_PER_MINUTE, REQUESTS_PER_SECOND -> "ModelAccountRpmRateLimitExceeded";
                case BURST -> "RequestBurstTooFast";
                case TOKENS_PER_MINUTE, TOKENS_PER_SECOND, TOKENS_PER_DAY -> "ModelAccountTpmRateLimitExceeded";
            };
        }
    };
}
