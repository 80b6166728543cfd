package io.mapwright.deploy.simulator;

import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.http.Backstage;
import io.mapwright.deploy.simulator.http.Stage;
import io.mapwright.deploy.simulator.ledger.Call;
import io.mapwright.deploy.simulator.ledger.Session;
import io.mapwright.deploy.simulator.ledger.Statistics;
import io.mapwright.deploy.simulator.omni.RealtimeEndpoint;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The running simulator. Its methods may be called from any thread except its own; what they change holds for every call
 * that arrives after they return.
 */
public final class Simulator implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Vertx vertx;
    private final Context loop;
    private final Backstage backstage;
    private final HttpServer server;
    private final String host;

    private Simulator(Vertx vertx, Context loop, Backstage backstage, HttpServer server, String host) {
        this.vertx = vertx;
        this.loop = loop;
        this.backstage = backstage;
        this.server = server;
        this.host = host;
    }

    /**
     * Starts a simulator and waits until it listens.
     *
     * @throws IllegalArgumentException if the options' limits have a mistake
     * @throws IllegalStateException if the port is taken; nothing is left running then
     */
    public static Simulator start(SimulatorOptions options) {
        boolean preset = !options.limits().stripLeading().startsWith("{");
        Backstage backstage =
                new Backstage(options.seed(), preset ? options.limits() : "none", options.nanos(), options.wall());
        if (!preset) {
            backstage.change(options.limits());
        }
        AnswerBook book = new AnswerBook(options.seed());
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true));
        Context loop = vertx.getOrCreateContext();
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        loop.runOnContext(start -> listen(vertx, backstage, book, options)
                .onSuccess(listening::complete)
                .onFailure(listening::completeExceptionally));
        try {
            return new Simulator(vertx, loop, backstage, await(listening), options.host());
        } catch (IllegalStateException e) {
            vertx.close();
            throw e;
        }
    }

    private static Future<HttpServer> listen(
            Vertx vertx, Backstage backstage, AnswerBook book, SimulatorOptions options) {
        HttpServerOptions http = new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setTcpNoDelay(true)
                .setAcceptBacklog(4096)
                .setIdleTimeout(0)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(1)
                .setMaxWebSocketFrameSize(1024 * 1024)
                .setMaxWebSocketMessageSize(4 * 1024 * 1024);
        Router router = Stage.router(vertx, backstage, book);
        new RealtimeEndpoint(vertx, backstage, book).mount(router);
        return vertx.createHttpServer(http).requestHandler(router).listen();
    }

    public int port() {
        return server.actualPort();
    }

    /** {@code http://host:port}, without a slash at the end; append a provider's path, such as {@code /moonshot/v1}. */
    public String baseUrl() {
        return "http://" + host + ":" + port();
    }

    public Statistics stats() {
        return onLoop(() -> backstage.ledger().statistics());
    }

    /** Sets all totals and the list of calls back to nothing. Limits keep what they have counted. */
    public void resetStats() {
        onLoop(() -> {
            backstage.ledger().reset();
            return true;
        });
    }

    /** The calls after a position in the ledger (0 for all), oldest first. */
    public List<Call> callsSince(long seq) {
        return onLoop(() -> backstage.ledger().since(seq, Integer.MAX_VALUE));
    }

    /** The realtime sessions after a position (0 for all), oldest first. */
    public List<Session> sessionsSince(long seq) {
        return onLoop(() -> backstage.ledger().sessions().since(seq, Integer.MAX_VALUE));
    }

    /** Lets something go wrong from now on; answers the fault's id. */
    public int addFault(Fault fault) {
        return onLoop(() -> backstage.add(fault));
    }

    /** Ends one fault; false when it is not in force. */
    public boolean removeFault(int id) {
        return onLoop(() -> backstage.faults().remove(id));
    }

    public void clearFaults() {
        onLoop(() -> {
            backstage.faults().clear();
            return true;
        });
    }

    /**
     * Merges a JSON document of settings by provider ({@code *} for all) into the present ones, for instance
     * {@code {"hunyuan":{"account":{"in_flight":5}}}}.
     *
     * @throws IllegalArgumentException if the document has a mistake; then nothing changed
     */
    public void limits(String document) {
        onLoop(() -> {
            backstage.change(document);
            return true;
        });
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private <T> T onLoop(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.runOnContext(run -> {
            try {
                result.complete(work.call());
            } catch (Exception e) { // whatever it is, the caller gets it
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator worked", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the simulator did not answer in " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException mistake) {
                throw new IllegalArgumentException(mistake.getMessage(), mistake);
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
