/** A provider whose calls often fail: what callers get, how much more is sent, and when the breakers of all replicas open. */
package io.mapwright.deploy.load.faults;
