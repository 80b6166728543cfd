/** The providers: their paths, forms of answer and of error, and what they refuse to accept. */
package io.mapwright.deploy.simulator.provider;
