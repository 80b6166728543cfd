package io.mapwright.auth.session;

import io.mapwright.auth.organization.Organization;

/** What came of asking for a new pair of tokens. */
public sealed interface Refreshing {

    /** Here it is. */
    record Renewed(SignedIn signedIn) implements Refreshing {}

    /** The refresh token is not good, or no longer. */
    record Refused() implements Refreshing {}

    /** The person's organization lets nobody in now; the token stays as good as it was. */
    record ShutOut(Organization.Membership why) implements Refreshing {}
}
