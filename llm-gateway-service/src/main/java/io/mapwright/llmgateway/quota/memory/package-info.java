/** The quota's ledger in this process: the reference for the shared one, and what a replica lives on without it. */
package io.mapwright.llmgateway.quota.memory;
