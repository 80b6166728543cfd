/** How many tokens a text has: the count every simulated provider reports. */
package io.mapwright.deploy.simulator.token;
