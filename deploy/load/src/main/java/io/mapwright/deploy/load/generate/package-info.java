/** Many people ask for maps at once: who gets one, who is told to come back, and what the providers saw of it. */
package io.mapwright.deploy.load.generate;
