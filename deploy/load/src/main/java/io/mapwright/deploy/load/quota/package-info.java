/**
 * More people than a provider's limits allow, over several gateways: what the provider saw, who got through, and how long
 * that took beside a scheduler that knows everything at once.
 */
package io.mapwright.deploy.load.quota;
