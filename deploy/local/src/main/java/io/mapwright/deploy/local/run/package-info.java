/** Keeps the stack's processes alive: starts them in order, watches them, starts them again, ends them in order. */
package io.mapwright.deploy.local.run;
