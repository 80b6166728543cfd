/** Which route a call takes, which it avoids, and how much trying again is allowed. */
package io.mapwright.llmgateway.routing;
