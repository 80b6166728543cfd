/** The commands people type: up, down, status. */
package io.mapwright.deploy.local.command;
