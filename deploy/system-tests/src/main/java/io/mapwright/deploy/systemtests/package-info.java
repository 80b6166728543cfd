/** Black-box tests of the running suite, and the programs they share with people. */
package io.mapwright.deploy.systemtests;
