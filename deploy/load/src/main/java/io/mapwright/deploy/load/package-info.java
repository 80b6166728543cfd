/** Programs that put load on a running stack and judge what it does. */
package io.mapwright.deploy.load;
