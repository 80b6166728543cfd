/**
 * What the services are tested with: real servers, signed tokens, clocks that stand still, contracts and the rules of the
 * house. In test scope only.
 */
package io.mapwright.testkit;
