/** Pictures with four characters that tell people from programs, each good for one answer. */
@NullMarked
package io.mapwright.auth.captcha;

import org.jspecify.annotations.NullMarked;
