/** What the stack consists of: which processes, on which ports, with which settings, in which order. No process is started here. */
package io.mapwright.deploy.local.stack;
