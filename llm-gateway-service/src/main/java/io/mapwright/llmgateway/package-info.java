/** One door to every model: providers, their shared quotas, their failures and the usage of all calls. */
package io.mapwright.llmgateway;
