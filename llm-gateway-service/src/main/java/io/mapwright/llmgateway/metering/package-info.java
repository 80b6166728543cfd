/**
 * Usage of the providers, as facts for whoever keeps the ledger.
 *
 * <p>Every call that is sent has an open record until it ends. Ending it takes the record away and puts a usage event into
 * the outbox in one atomic step; a relay moves the outbox to the topic. When a replica dies, the living close its open
 * records, so every call that was sent has exactly one event.
 */
package io.mapwright.llmgateway.metering;
