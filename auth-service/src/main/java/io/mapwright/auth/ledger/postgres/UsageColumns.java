package io.mapwright.auth.ledger.postgres;

import io.mapwright.auth.ledger.CalendarDays;
import io.mapwright.auth.ledger.UsageEvent;
import io.mapwright.auth.ledger.UsageEvent.Cost;
import io.mapwright.auth.storage.postgres.Jdbc.ColumnOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns events into the columns of {@link UsageSql#RECORD}, in its order. */
final class UsageColumns {

    private final CalendarDays days;

    UsageColumns(CalendarDays days) {
        this.days = days;
    }

    Object[] of(List<UsageEvent> events) {
        return new Object[] {
            column("text", events, UsageEvent::id),
            column("timestamptz", events, event -> event.finishedAt().toString()),
            column("date", events, event -> days.of(event.finishedAt()).toString()),
            column("text", events, event -> event.call().requestId()),
            column("int4", events, event -> event.call().attempt()),
            column("text", events, event -> orNone(event.caller().organization())),
            column("text", events, event -> orNone(event.caller().subject())),
            column("text", events, event -> orNone(event.caller().apiKey())),
            column("text", events, event -> event.call().model().logical()),
            column("text", events, event -> event.call().model().physical()),
            column("text", events, event -> event.call().model().provider()),
            column("text", events, event -> orNone(event.call().requestType())),
            column("text", events, event -> orNone(event.call().diagramType())),
            column("int8", events, event -> event.tokens().input()),
            column("int8", events, event -> event.tokens().output()),
            column("int8", events, event -> event.tokens().cached()),
            column("int8", events, event -> event.tokens().reasoning()),
            column("bool", events, event -> event.tokens().estimated()),
            column("numeric", events, event -> event.cost().map(Cost::amount).orElse(BigDecimal.ZERO)),
            column("text", events, event -> event.cost().map(Cost::currency).orElse("")),
            column("text", events, event -> event.ending().failed() ? "error" : "success"),
            column("text", events, event -> orNone(event.ending().category())),
            column("text", events, event -> event.ending().finish()),
            column("bool", events, event -> event.ending().shared())
        };
    }

    private static ColumnOf column(String type, List<UsageEvent> events, Function<UsageEvent, ?> value) {
        return new ColumnOf(type, events.stream().map(value).toList());
    }

    private static String orNone(Optional<String> text) {
        return text.orElse("");
    }
}
