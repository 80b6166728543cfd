/** A stand-in for the LLM providers that keeps their rules, speaks their dialects and counts what it saw. */
package io.mapwright.deploy.simulator;
