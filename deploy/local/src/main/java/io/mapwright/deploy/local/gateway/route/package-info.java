/** The cluster's route files (Kubernetes Gateway API), read and matched by the same rules as in the cluster. */
package io.mapwright.deploy.local.gateway.route;
