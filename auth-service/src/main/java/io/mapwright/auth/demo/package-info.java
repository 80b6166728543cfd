/** What a newcomer finds on the local stack: an organization, a teacher, an administrator and an API key. */
@NullMarked
package io.mapwright.auth.demo;

import org.jspecify.annotations.NullMarked;
