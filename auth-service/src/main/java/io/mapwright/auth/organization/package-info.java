/** Schools and companies: who may register with which invitation code, and whether their members may come in today. */
@NullMarked
package io.mapwright.auth.organization;

import org.jspecify.annotations.NullMarked;
