package io.mapwright.auth.organization.rest;

import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.defaults.problem.ProblemException;

/** How it is said that an organization lets nobody in. */
public final class MembershipProblems {

    private MembershipProblems() {}

    /** 403 with the reason. */
    public static ProblemException shutOut(Membership why) {
        return switch (why) {
            case OPEN -> throw new IllegalArgumentException("an open organization shuts nobody out");
            case LOCKED ->
                ProblemException.of(403, "organization_locked")
                        .text(
                                "您所在的组织已被锁定，请联系管理员",
                                "Your organization has been locked, please contact its administrator")
                        .build();
            case EXPIRED ->
                ProblemException.of(403, "organization_expired")
                        .text(
                                "您所在的组织已到期，请联系管理员",
                                "Your organization's access has expired, please contact its administrator")
                        .build();
        };
    }
}
