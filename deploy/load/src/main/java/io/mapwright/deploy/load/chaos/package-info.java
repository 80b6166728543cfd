/** Kills what the suite runs on, one after the other and under light load, and counts what the users noticed. */
package io.mapwright.deploy.load.chaos;
