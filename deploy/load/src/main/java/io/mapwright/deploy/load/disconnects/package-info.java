/** Many callers who leave in the middle of their stream: how soon the providers' side hears of it, and what is left behind. */
package io.mapwright.deploy.load.disconnects;
