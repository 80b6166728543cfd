package io.mapwright.auth.statistics;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.PhoneNumber;

import java.util.Optional;

/**
 * Somebody who used many tokens.
 *
 * @param phone empty when the account is gone
 * @param name empty when the account is gone
 * @param organizationName empty for people who belong to none
 */
public record TopUser(
        AccountId id,
        Optional<PhoneNumber> phone,
        Optional<String> name,
        Optional<String> organizationName,
        Tokens tokens) {}
