/** What operators want to see at a glance: models, routes, quotas, breakers. No model is called for it. */
package io.mapwright.llmgateway.overview;
