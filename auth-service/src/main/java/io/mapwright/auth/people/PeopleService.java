package io.mapwright.auth.people;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.Passwords;
import io.mapwright.auth.login.LoginAttempts;
import io.mapwright.auth.people.People.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Function;

/** Sees to it that nobody changes people whom they don't look after, nor shuts themselves out. */
@ApplicationScoped
public class PeopleService {

    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginAttempts attempts;

    PeopleService(People people, Accounts accounts, Passwords passwords, LoginAttempts attempts) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /** Changes a person. */
    public Uni<Outcome> edit(AccountId id, PersonEdit edit, Caretaker caretaker) {
        return allowed(id, caretaker, person -> {
            if (edit.needsAdmin() && !caretaker.isAdmin()) {
                return answer(new Outcome.NotAllowed());
            }
            boolean ownRights = caretaker.is(id) && edit.role().applyTo(person.role()) != person.role();
            return ownRights ? answer(new Outcome.OnOneself()) : people.edit(id, edit, caretaker.actor());
        });
    }

    /** Removes a person. */
    public Uni<Outcome> remove(AccountId id, Caretaker caretaker) {
        return allowed(
                id,
                caretaker,
                person -> caretaker.is(id) ? answer(new Outcome.OnOneself()) : people.remove(id, caretaker.actor()));
    }

    /** Gives a person a new password, ends their sessions and forgets their failed logins. */
    public Uni<Outcome> resetPassword(AccountId id, Password password, Caretaker caretaker) {
        return allowed(
                id,
                caretaker,
                person -> passwords
                        .hash(password)
                        .chain(hash -> people.resetPassword(id, hash, caretaker.actor()))
                        .call(outcome -> attempts.unlock(person.phone())));
    }

    /** Lets a person try to log in again. */
    public Uni<Outcome> unlock(AccountId id, Caretaker caretaker) {
        return allowed(
                id,
                caretaker,
                person ->
                        attempts.unlock(person.phone()).chain(unlocked -> people.recordUnlock(id, caretaker.actor())));
    }

    private Uni<Outcome> allowed(AccountId id, Caretaker caretaker, Function<Account, Uni<Outcome>> work) {
        return accounts.withId(id).chain(found -> switch (found) {
            case AccountLookup.Unknown unknown -> answer(new Outcome.Unknown());
            case Account person -> {
                if (!caretaker.sees(person)) {
                    yield answer(new Outcome.Unknown());
                }
                yield caretaker.mayChange(person) ? work.apply(person) : answer(new Outcome.NotAllowed());
            }
        });
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
