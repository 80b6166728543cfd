/** The one-command stack: servers, simulator, five services and the API gateway as processes of one machine. */
package io.mapwright.deploy.local;
