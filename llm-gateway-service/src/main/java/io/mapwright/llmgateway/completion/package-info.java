/** A chat completion from the request to the last word: routes, admission, attempts, settlement. */
package io.mapwright.llmgateway.completion;
