/** A token for somebody at a terminal. */
package io.mapwright.deploy.load.token;
