/** What providers enforce: exact rolling windows, calls in flight, growth ramps. Pure counting, no clock, no I/O. */
package io.mapwright.deploy.simulator.limit;
