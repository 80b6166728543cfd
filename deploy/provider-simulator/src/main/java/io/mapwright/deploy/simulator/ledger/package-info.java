/** What the providers saw: every call, and totals per account and model. */
package io.mapwright.deploy.simulator.ledger;
