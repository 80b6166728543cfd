/** What goes wrong on command, for which calls and how often. */
package io.mapwright.deploy.simulator.fault;
