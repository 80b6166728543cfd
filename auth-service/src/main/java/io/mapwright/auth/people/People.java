package io.mapwright.auth.people;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.credential.PasswordHash;
import io.smallrye.mutiny.Uni;

/** The people, for those who look after them, with a record of every change. A failed operation has changed nothing. */
public interface People {

    /** A page of people, by id. */
    Uni<PeoplePage> page(PeopleQuery query);

    /** Changes a person. */
    Uni<Outcome> edit(AccountId id, PersonEdit edit, Actor actor);

    /** Removes a person and their sessions; what they used stays in the ledger. */
    Uni<Outcome> remove(AccountId id, Actor actor);

    /** Gives a person another password and ends all their sessions. */
    Uni<Outcome> resetPassword(AccountId id, PasswordHash hash, Actor actor);

    /** Records that a person's login lock was lifted. */
    Uni<Outcome> recordUnlock(AccountId id, Actor actor);

    /** What came of a change. */
    sealed interface Outcome {

        /** Done; the person as they are now, or were before they were removed. */
        record Done(Account person) implements Outcome {}

        /** There is no such person, or not for this caretaker. */
        record Unknown() implements Outcome {}

        /** This caretaker may not do that to this person. */
        record NotAllowed() implements Outcome {}

        /** Nobody removes themselves or takes their own rights away. */
        record OnOneself() implements Outcome {}

        /** Somebody else has this phone number. */
        record PhoneTaken() implements Outcome {}

        /** There is no such organization. */
        record UnknownOrganization() implements Outcome {}
    }
}
