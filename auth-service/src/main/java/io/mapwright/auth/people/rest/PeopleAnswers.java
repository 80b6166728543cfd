package io.mapwright.auth.people.rest;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.people.People.Outcome;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;

/** Says in HTTP what came of a change of a person. */
final class PeopleAnswers {

    private PeopleAnswers() {}

    static Account person(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.person();
            case Outcome.Unknown unknown -> throw Problems.notFound();
            case Outcome.NotAllowed notAllowed -> throw Problems.forbidden();
            case Outcome.OnOneself oneself ->
                throw ProblemException.of(400, "not_on_oneself")
                        .text("不能删除自己或更改自己的角色", "Nobody deletes themselves or changes their own role")
                        .build();
            case Outcome.PhoneTaken taken ->
                throw ProblemException.of(409, "phone_taken")
                        .text("该手机号已注册", "This phone number is registered already")
                        .build();
            case Outcome.UnknownOrganization unknown -> throw PersonBody.noOrganization();
        };
    }
}
