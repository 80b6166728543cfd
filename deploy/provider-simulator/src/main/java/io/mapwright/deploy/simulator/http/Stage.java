package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.provider.Dialect;
import io.mapwright.deploy.simulator.provider.Dialects;
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
        for (Dialect dialect : Dialects.all()) {
            ChatEndpoint endpoint = new ChatEndpoint(vertx, backstage, dialect, composer);
            dialect.chatPaths().forEach(path -> router.post(path).handler(endpoint::chat));
            dialect.stopPath().ifPresent(path -> router.post(path).handler(endpoint::stop));
            dialect.modelPaths().forEach(path -> router.get(path).handler(endpoint::models));
        }
        new ControlEndpoint(backstage).mount(router);
        return router;
    }
}
