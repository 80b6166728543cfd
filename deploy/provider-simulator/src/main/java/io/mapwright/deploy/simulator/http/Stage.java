package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.provider.Dialects;
import io.mapwright.deploy.simulator.provider.Provider;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/** All routes of the simulator. */
public final class Stage {

    private static final long BODY_LIMIT = 16L * 1024 * 1024;

    private Stage() {}

    public static Router router(Vertx vertx, Backstage backstage, AnswerBook book) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        Composer composer = new Composer(book);
        for (Provider provider : Provider.values()) {
            if (!provider.listedModels().isEmpty()) {
                mount(router, provider, new ChatEndpoint(vertx, backstage, Dialects.of(provider), composer));
            }
        }
        new ControlEndpoint(backstage).mount(router);
        return router;
    }

    private static void mount(Router router, Provider provider, ChatEndpoint endpoint) {
        for (String path : provider.paths()) {
            router.post(path + "/chat/completions").handler(endpoint::chat);
            router.get(path + "/models").handler(endpoint::models);
        }
    }
}
