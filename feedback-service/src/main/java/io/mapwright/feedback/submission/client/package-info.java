/** The captcha check at auth-service. */
@NullMarked
package io.mapwright.feedback.submission.client;

import org.jspecify.annotations.NullMarked;
