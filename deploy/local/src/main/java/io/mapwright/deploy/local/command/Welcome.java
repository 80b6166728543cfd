package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.secrets.Credentials;
import io.mapwright.deploy.local.stack.Ports;

import java.util.List;

/** What a newcomer needs once the stack runs: where, who, and a first map. Printed to the terminal, never to a log. */
final class Welcome {

    private Welcome() {}

    static String text(Ports ports, Credentials demo, List<String> realProviders) {
        String models = realProviders.isEmpty()
                ? "simulated; limits and counters at http://localhost:" + ports.simulator() + "/sim/stats"
                : "REAL for " + String.join(", ", realProviders) + " (this may cost money); simulated for the others";
        return """

                Mapwright is up.

                  API        http://localhost:%d
                  mails      http://localhost:%d
                  models     %s

                  teacher    phone %s   password %s
                  admin      phone %s   password %s
                  register   invitation code %s
                  API key    %s

                Draw a map:

                  curl -s http://localhost:%d/api/generate_graph \\
                    -H 'X-API-Key: %s' -H 'Content-Type: application/json' \\
                    -d '{"prompt":"Compare frogs and toads","diagram_type":"double_bubble_map","language":"en"}'

                """.formatted(
                        ports.gateway(),
                        ports.inbox(),
                        models,
                        demo.teacherPhone(),
                        demo.teacherPassword(),
                        demo.adminPhone(),
                        demo.adminPassword(),
                        demo.invitationCode(),
                        demo.apiKey(),
                        ports.gateway(),
                        demo.apiKey());
    }
}
