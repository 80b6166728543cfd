/** The whole story of the suite, told once through its public API and checked step by step. */
package io.mapwright.deploy.systemtests.smoke;
