package io.mapwright.auth.statistics.rest;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.statistics.TokenPeriods;
import io.mapwright.auth.statistics.Tokens;
import io.mapwright.auth.statistics.TopUser;

import java.util.List;
import java.util.Optional;

record TokenStats(Used today, Used pastWeek, Used pastMonth, Used total, List<Top> topUsers, List<Top> topUsersToday) {

    static TokenStats of(TokenPeriods periods, List<TopUser> top, List<TopUser> topToday) {
        return new TokenStats(
                Used.of(periods.today()),
                Used.of(periods.pastWeek()),
                Used.of(periods.pastMonth()),
                Used.of(periods.total()),
                top.stream().map(Top::of).toList(),
                topToday.stream().map(Top::of).toList());
    }

    record Used(long inputTokens, long outputTokens, long totalTokens) {

        static Used of(Tokens tokens) {
            return new Used(tokens.input(), tokens.output(), tokens.total());
        }
    }

    record Top(
            long id,
            Optional<String> phone,
            Optional<String> name,
            Optional<String> organizationName,
            long inputTokens,
            long outputTokens,
            long totalTokens) {

        private static Top of(TopUser user) {
            return new Top(
                    user.id().value(),
                    user.phone().map(PhoneNumber::masked),
                    user.name(),
                    user.organizationName(),
                    user.tokens().input(),
                    user.tokens().output(),
                    user.tokens().total());
        }
    }
}
