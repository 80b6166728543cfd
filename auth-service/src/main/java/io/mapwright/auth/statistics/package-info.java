/** What administrators look at: how many people, how many tokens, who used most, how it went over the days. */
@NullMarked
package io.mapwright.auth.statistics;

import org.jspecify.annotations.NullMarked;
