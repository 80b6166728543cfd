/**
 * The local stack's API gateway and its stand-in for cluster services: one process that routes the public port by the
 * cluster's route files and spreads each service's inside port over its replicas.
 */
package io.mapwright.deploy.local.gateway;
