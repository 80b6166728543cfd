/** Keys and passwords of one stack: made up once, kept for its lifetime, never the same on two machines. */
package io.mapwright.deploy.local.secrets;
