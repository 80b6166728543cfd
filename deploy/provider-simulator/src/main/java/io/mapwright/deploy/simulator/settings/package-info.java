/** How each provider behaves (limits, speed, accounts) and how that is changed while running. */
package io.mapwright.deploy.simulator.settings;
