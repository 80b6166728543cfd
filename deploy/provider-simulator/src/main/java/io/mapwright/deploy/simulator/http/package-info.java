/** The HTTP side: providers' endpoints, delivery of answers at their pace and with their faults, control. */
package io.mapwright.deploy.simulator.http;
