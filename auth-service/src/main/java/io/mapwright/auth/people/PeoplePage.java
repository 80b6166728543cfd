package io.mapwright.auth.people;

import io.mapwright.auth.account.Account;

import java.util.List;

/**
 * One page of people.
 *
 * @param total people on all pages together
 */
public record PeoplePage(List<Account> people, long total) {}
