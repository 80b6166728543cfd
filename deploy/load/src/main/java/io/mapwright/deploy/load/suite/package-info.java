/** A running stack as its users, its servers and its simulator show it: clients for programs that test from outside. */
package io.mapwright.deploy.load.suite;
