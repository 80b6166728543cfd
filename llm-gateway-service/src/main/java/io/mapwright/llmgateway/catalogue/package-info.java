/** Which models there are, and by which routes each of them is reached. */
package io.mapwright.llmgateway.catalogue;
