package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.TestProfiles;

import java.util.Random;

/**
 * One schedule: limits, load and accidents. Rates are per second, probabilities per exchange.
 *
 * @param seed of everything that is random in it
 * @param replicas at the start
 * @param requests per minute, 0 for no limit
 * @param concurrency calls in flight, 0 for no limit
 * @param tokens per minute, 0 for no limit
 * @param load callers per second as a multiple of what the limits allow
 * @param greed share of the callers that the first organization sends on top of its even part
 * @param seconds how long callers come
 * @param network what happens to exchanges
 * @param accidents what happens to replicas and Redis
 */
record Scenario(
        long seed,
        int replicas,
        long requests,
        long concurrency,
        long tokens,
        double load,
        double greed,
        int seconds,
        Network network,
        Accidents accidents) {

    /**
     * @param lost probability that an exchange is lost on its way, forth or back
     * @param doubled probability that a call arrives a second time, later
     * @param slow probability that it takes up to half a second
     */
    record Network(double lost, double doubled, double slow) {

        static final Network CALM = new Network(0, 0, 0);
    }

    /**
     * Events per minute.
     *
     * @param kills of a replica, which another one replaces
     * @param flushes of Redis
     * @param failovers to a state a few calls old
     * @param jumps of the ledger's clock, up to half a minute forth or back
     * @param outages of Redis, up to 20 s
     * @param aborts probability that a caller withdraws
     */
    record Accidents(double kills, double flushes, double failovers, double jumps, double outages, double aborts) {

        static final Accidents NONE = new Accidents(0, 0, 0, 0, 0, 0);
    }

    /** Anything goes. */
    static Scenario random(long seed) {
        var random = new Random(seed);
        long requests = random.nextInt(5) == 0 ? 0 : 3 + random.nextInt(random.nextBoolean() ? 60 : 600);
        long concurrency = requests == 0 || random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0;
        long tokens = requests > 0 && random.nextInt(3) == 0 ? requests * (150 + random.nextInt(350)) : 0;
        boolean rough = random.nextBoolean();
        return new Scenario(
                seed,
                1 + random.nextInt(random.nextInt(4) == 0 ? 16 : 6),
                requests,
                concurrency,
                tokens,
                0.3 + 3 * random.nextDouble(),
                0,
                65 + random.nextInt(25),
                rough
                        ? new Network(0.05 * random.nextDouble(), 0.05 * random.nextDouble(), 0.1 * random.nextDouble())
                        : Network.CALM,
                new Accidents(
                        sometimes(random, 3),
                        sometimes(random, 1),
                        sometimes(random, 2),
                        sometimes(random, 3),
                        sometimes(random, 1),
                        sometimes(random, 0.2)));
    }

    private static double sometimes(Random random, double most) {
        return random.nextInt(3) == 0 ? most * random.nextDouble() : 0;
    }

    /** A limit offered three times over by calm callers, 20 % interactive, 50 % standard, 30 % background, half of them one organization's. */
    static Scenario overload(long seed, int replicas, long requests) {
        return new Scenario(seed, replicas, requests, 0, 0, 3, 0.4, 180, Network.CALM, Accidents.NONE);
    }

    /** The same with callers that come for so many seconds. */
    Scenario lasting(int newSeconds) {
        return new Scenario(seed, replicas, requests, concurrency, tokens, load, greed, newSeconds, network, accidents);
    }

    Scenario calm() {
        return new Scenario(
                seed, replicas, requests, concurrency, tokens, load, greed, seconds, Network.CALM, Accidents.NONE);
    }

    TestProfiles profiles() {
        return TestProfiles.account()
                .limit(Dimension.REQUESTS_PER_MINUTE, requests)
                .limit(Dimension.CONCURRENCY, concurrency)
                .limit(Dimension.TOKENS_PER_MINUTE, tokens);
    }
}
