/** What a running stack writes down about itself, so that other commands can find, check and stop it. */
package io.mapwright.deploy.local.state;
