/** The quota's ledgers in Redis: one script, its protocol, and the connections that carry them. */
package io.mapwright.llmgateway.quota.redis;
