/** How many tokens a call will take, before anybody has counted them. */
package io.mapwright.llmgateway.estimation;
