package io.mapwright.llmgateway.completion.rest;

import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class LimitHeadersTest {

    private static final QuotaSnapshot.Usage REQUESTS =
            new QuotaSnapshot.Usage(Dimension.REQUESTS_PER_MINUTE, 200, 194, 44);
    private static final QuotaSnapshot.Usage TOKENS =
            new QuotaSnapshot.Usage(Dimension.TOKENS_PER_MINUTE, 1000, 970, 1200);
    private static final QuotaSnapshot.Usage PLACES = new QuotaSnapshot.Usage(Dimension.CONCURRENCY, 5, 5, 0);

    @Test
    void tellEveryPolicyAndWhatIsLeftOfIt() {
        Response response = answer(List.of(REQUESTS, TOKENS, PLACES), Optional.empty());

        assertThat(response.getHeaderString("RateLimit-Policy"))
                .isEqualTo("\"requests-per-minute\";q=194;qu=\"requests\";w=60,"
                        + " \"tokens-per-minute\";q=970;qu=\"tokens\";w=60,"
                        + " \"concurrency\";q=5;qu=\"concurrent-requests\"");
        assertThat(response.getHeaderString("RateLimit"))
                .isEqualTo("\"requests-per-minute\";r=150, \"tokens-per-minute\";r=0, \"concurrency\";r=5");
    }

    @Test
    void speakOpenAisWordsForRequestsAndTokens() {
        Response response = answer(List.of(REQUESTS, TOKENS, PLACES), Optional.empty());

        assertThat(response.getHeaderString("x-ratelimit-limit-requests")).isEqualTo("194");
        assertThat(response.getHeaderString("x-ratelimit-remaining-requests")).isEqualTo("150");
        assertThat(response.getHeaderString("x-ratelimit-reset-requests")).isEqualTo("1m0s");
        assertThat(response.getHeaderString("x-ratelimit-limit-tokens")).isEqualTo("970");
        assertThat(response.getHeaderString("x-ratelimit-remaining-tokens")).isEqualTo("0");
    }

    @Test
    void tellARefusedCallerWhenToComeBack() {
        Response response = answer(List.of(REQUESTS), Optional.of(Duration.ofMillis(2_300)));

        assertThat(response.getHeaderString("RateLimit")).isEqualTo("\"requests-per-minute\";r=150;t=3");
        assertThat(response.getHeaderString("x-ratelimit-reset-requests")).isEqualTo("3s");
    }

    @Test
    void tellNothingWhereNothingIsCounted() {
        assertThat(answer(List.of(), Optional.empty()).getHeaders()).isEmpty();
    }

    private static Response answer(List<QuotaSnapshot.Usage> limits, Optional<Duration> comeBack) {
        Response.ResponseBuilder response = Response.ok();
        LimitHeaders.add(response, limits, comeBack);
        return response.build();
    }
}
