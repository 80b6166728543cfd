package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.http.Backstage;
import io.mapwright.deploy.simulator.http.Exchange;
import io.mapwright.deploy.simulator.ledger.SessionEntry;
import io.mapwright.deploy.simulator.limit.Account;
import io.mapwright.deploy.simulator.limit.Admission;
import io.mapwright.deploy.simulator.limit.Admission.Lease;
import io.mapwright.deploy.simulator.limit.Demand;
import io.mapwright.deploy.simulator.omni.OmniSession.Guest;
import io.mapwright.deploy.simulator.provider.Provider;
import io.mapwright.deploy.simulator.provider.WireError;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Lets realtime sessions in, and ends those whose time is up. */
public final class RealtimeEndpoint {

    private static final String PATH = "/dashscope/api-ws/v1/realtime";
    private static final int TIME_UP = 1001;
    private static final int CUT = 1006;
    private static final int CLOSED_ON_COMMAND = 1011;

    private final Studio studio;
    private final Backstage backstage;
    private final Set<Line> open = new LinkedHashSet<>();

    public RealtimeEndpoint(Vertx vertx, Backstage backstage, AnswerBook book) {
        this.studio = new Studio(vertx, backstage, book);
        this.backstage = backstage;
    }

    public void mount(Router router) {
        router.get(PATH).handler(this::knock);
        router.delete("/sim/sessions").handler(this::closeAll);
    }

    private void knock(RoutingContext http) {
        String requestId = studio.dialect().newRequestId(backstage.random());
        String model = http.request().getParam("model", "");
        Optional<String> key = studio.dialect()
                .key(Exchange.header(http, "authorization"))
                .filter(given -> !studio.settings().refusedKeys().contains(given));
        Guest guest = new Guest(studio.newId("sess"), key.orElse(""), model, Exchange.header(http, "x-request-id"));
        Account account = backstage.account(Provider.OMNI, guest.key());
        Fate fate = backstage.faults().fateOf(Provider.OMNI.key(), account.name(), model, OmniSession::isAtTheDoor);
        Optional<WireError> objection =
                objection(http, key, model, requestId).or(() -> onCommand(fate, model, requestId));
        if (objection.isPresent()) {
            refuse(http, objection.get(), requestId);
        } else if (fate.has(FaultKind.RESET_BEFORE_HEADERS)) {
            backstage.ledger().sessions().refused();
            http.request().connection().close();
        } else {
            switch (account.enter(model, backstage.nanos(), Demand.session())) {
                case Admission.Refused(var why) -> refuse(http, studio.full(why, model, requestId), requestId);
                case Admission.Admitted(var lease) -> welcome(http, guest, account, lease, fate);
            }
        }
    }

    private Optional<WireError> objection(RoutingContext http, Optional<String> key, String model, String requestId) {
        if (key.isEmpty()) {
            return Optional.of(studio.dialect().badKey(requestId));
        }
        if (!Provider.OMNI.knows(model)) {
            return Optional.of(studio.atTheDoor("model_unknown", null, model, requestId));
        }
        boolean upgrade = Exchange.header(http, "upgrade").equalsIgnoreCase("websocket");
        return upgrade
                ? Optional.empty()
                : Optional.of(studio.atTheDoor("InvalidParameter", "WebSocket upgrade expected.", model, requestId));
    }

    private Optional<WireError> onCommand(Fate fate, String model, String requestId) {
        return fate.get(FaultKind.HTML)
                .map(Exchange::proxyPage)
                .or(() -> fate.get(FaultKind.EMPTY_429)
                        .map(fault -> new WireError(429, fault.kind().key(), "", "")))
                .or(() -> fate.get(FaultKind.ERROR)
                        .map(fault -> studio.atTheDoor(fault.code(), fault.text(), model, requestId)));
    }

    private void refuse(RoutingContext http, WireError error, String requestId) {
        backstage.ledger().sessions().refused();
        Exchange.send(http, error, studio.dialect().headers(requestId));
    }

    private void welcome(RoutingContext http, Guest guest, Account account, Lease lease, Fate fate) {
        HttpConnection connection = http.request().connection();
        http.request()
                .toWebSocket()
                .onSuccess(socket -> host(socket, connection, guest, account, lease, fate))
                .onFailure(broken -> {
                    lease.end(backstage.nanos(), 0);
                    backstage.ledger().sessions().refused();
                });
    }

    private void host(
            ServerWebSocket socket, HttpConnection connection, Guest guest, Account account, Lease lease, Fate fate) {
        SessionEntry entry = backstage
                .ledger()
                .sessions()
                .opened(guest.sessionId(), account.name(), guest.model(), guest.requestId());
        Line line = new Line(socket, connection, entry);
        OmniSession session = new OmniSession(studio, line, entry, guest);
        open.add(line);
        long cap = cap(line);
        socket.closeHandler(closed -> {
            studio.vertx().cancelTimer(cap);
            open.remove(line);
            entry.closed(closeCode(socket));
            session.closed(entry.isClosedByProvider());
            lease.end(backstage.nanos(), 0);
        });
        socket.exceptionHandler(broken -> {}); // the close handler is told as well
        if (!fate.has(FaultKind.STALL)) {
            socket.textMessageHandler(session::receive);
            session.open();
        }
    }

    /** The code of the client's close frame; zero when it sent none. */
    private static int closeCode(ServerWebSocket socket) {
        Short code = socket.closeStatusCode();
        return code == null || code == CUT ? 0 : code;
    }

    private long cap(Line line) {
        int seconds = studio.settings().capSeconds();
        return seconds == 0
                ? -1
                : studio.vertx().setTimer(seconds * 1000L, fired -> line.close(TIME_UP, "Session time is up."));
    }

    /** Closes every session now, with the close code {@code code}; with 0 it cuts the connections. */
    private void closeAll(RoutingContext http) {
        int code = Integer.parseInt(http.request().getParam("code", Integer.toString(CLOSED_ON_COMMAND)));
        for (Line line : new ArrayList<>(open)) {
            if (code == 0) {
                line.cut();
            } else {
                line.close(code, "Closed on command.");
            }
        }
        http.response().setStatusCode(204).end();
    }
}
