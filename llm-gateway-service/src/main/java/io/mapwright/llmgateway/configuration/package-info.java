/** Configuration as a whole: checked at the start with every mistake named, and in parts exchanged while the gateway runs. */
package io.mapwright.llmgateway.configuration;
