/** Command lines: which options a command takes, what was given, and the help that says so. */
package io.mapwright.deploy.local.arguments;
