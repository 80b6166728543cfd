/**
 * The global quota: decides before a call whether it may reach the provider now, when, or not at all.
 *
 * <p>Providers limit an account and many replicas spend it, so the counting happens in one shared ledger while every
 * replica keeps its own waiting callers. This package holds the port, its sealed answers and the algebra (rolling window,
 * pacing, fair order) without any store in it; {@code quota.redis} shares the ledger between replicas, {@code
 * quota.memory} is the reference for one process.
 */
package io.mapwright.llmgateway.quota;
