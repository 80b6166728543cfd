/**
 * Calls to model providers and the meaning of their answers.
 *
 * <p>All vendors here speak the OpenAI chat dialect, each with its own accent. The accent is data: a {@link
 * io.mapwright.llmgateway.provider.Vendor} names what the endpoint lacks and what its error codes mean, and one call chain
 * serves them all.
 */
package io.mapwright.llmgateway.provider;
