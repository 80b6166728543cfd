package io.mapwright.deploy.simulator.answer;

import java.util.List;

/**
 * What is asked of a model.
 *
 * @param json whether the caller insists on JSON
 * @param seed the caller's seed, 0 when none
 * @param choice number of the alternative, from 0
 */
public record Question(String model, List<Turn> turns, double temperature, boolean json, long seed, int choice) {

    /** One message of the conversation. */
    public record Turn(String role, String text) {}
}
