package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ControlOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void showsWhatItSaw() throws Exception {
        caller.chat(Caller.ARK, "");
        JsonNode stats = JSON.readTree(caller.get("/sim/stats").body());

        assertThat(stats.at("/total/calls").asInt()).isEqualTo(1);
        assertThat(stats.path("rejected_total").asInt()).isZero();
        assertThat(stats.at("/accounts/0/provider").asText()).isEqualTo("ark");
        assertThat(stats.at("/accounts/0/worst_minute").asInt()).isEqualTo(1);
        assertThat(stats.at("/accounts/0/models/0/tokens/total").asInt()).isPositive();

        assertThat(caller.send("DELETE", "/sim/stats", "").statusCode()).isEqualTo(204);
        assertThat(JSON.readTree(caller.get("/sim/stats").body())
                        .at("/total/calls")
                        .asInt())
                .isZero();
    }

    @Test
    void listsCallsFromAPositionOn() throws Exception {
        caller.chat(Caller.ARK, "");
        caller.chat(Caller.OPENAI, ",\"stream\":true");
        JsonNode first = JSON.readTree(caller.get("/sim/calls?since=0&limit=1").body());
        JsonNode rest = JSON.readTree(
                caller.get("/sim/calls?since=" + first.path("next").asLong()).body());

        assertThat(first.path("calls")).hasSize(1);
        assertThat(rest.path("calls")).hasSize(1);
        JsonNode call = rest.at("/calls/0");
        assertThat(call.path("provider").asText()).isEqualTo("openai");
        assertThat(call.path("streamed").asBoolean()).isTrue();
        assertThat(call.path("outcome").asText()).isEqualTo("completed");
        assertThat(call.path("prompt_tokens").asInt()).isPositive();
    }

    @Test
    void changesLimitsWhileRunning() throws Exception {
        String one = "{\"*\":{\"account\":{\"requests_per_minute\":1}}}";

        assertThat(JSON.readTree(caller.send("PUT", "/sim/limits", one).body())
                        .at("/moonshot/account/requests_per_minute")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.chat(Caller.MOONSHOT, "").statusCode()).isEqualTo(200);
        assertThat(caller.chat(Caller.MOONSHOT, "").statusCode()).isEqualTo(429);
        caller.send("PUT", "/sim/limits", "{\"preset\":\"none\"}");
        assertThat(caller.chat(Caller.MOONSHOT, "").statusCode()).isEqualTo(200);
    }

    @Test
    void addsAndEndsFaults() throws Exception {
        String fault = "{\"kind\":\"error\",\"provider\":\"deepseek\",\"code\":\"insufficient_balance\"}";
        JsonNode added = JSON.readTree(caller.send("POST", "/sim/faults", fault).body());

        assertThat(caller.chat(Caller.DEEPSEEK, "").statusCode()).isEqualTo(402);
        assertThat(JSON.readTree(caller.get("/sim/faults").body())
                        .at("/0/struck")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.send("DELETE", "/sim/faults/" + added.path("id").asInt(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.chat(Caller.DEEPSEEK, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/sim/limits|{\"nobody\":{}}|no provider 'nobody'",
                "PUT|/sim/limits|{\"ark\":{\"account\":{\"request_per_minute\":1}}}|request_per_minute",
                "PUT|/sim/limits|{\"ark\":{\"account\":{\"requests_per_minute\":-1}}}|zero (none) or more",
                "PUT|/sim/limits|[]|JSON object",
                "PUT|/sim/limits|{|",
                "POST|/sim/faults|{\"kind\":\"flood\"}|no fault 'flood'",
                "POST|/sim/faults|{\"kind\":\"error\",\"provider\":\"ark\",\"code\":\"Nope\"}|documents no error 'Nope'",
                "POST|/sim/faults|{\"kind\":\"stall\",\"probability\":2}|probability",
                "POST|/sim/faults|{\"kind\":\"stall\",\"colour\":\"red\"}|colour",
                "GET|/sim/calls?since=x||x",
                "GET|/sim/errors/nobody||nobody"
            })
    void saysWhatIsWrongWithACommand(String method, String path, String body, String reason) throws Exception {
        var response = caller.send(method, path, body == null ? "" : body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).path("detail").asText()).contains(reason == null ? "" : reason);
    }
}
