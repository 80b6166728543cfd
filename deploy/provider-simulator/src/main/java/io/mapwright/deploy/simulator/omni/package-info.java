/** The realtime voice model: a WebSocket that hears speech by its energy and answers with text and sound. */
package io.mapwright.deploy.simulator.omni;
