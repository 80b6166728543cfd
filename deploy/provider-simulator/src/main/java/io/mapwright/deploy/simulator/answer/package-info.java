/** Believable answers: reads the prompt, finds the topic, writes what was asked for about it. */
package io.mapwright.deploy.simulator.answer;
