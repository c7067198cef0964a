package dev.orgbench.trace;

import java.time.Instant;

/**
 * What one tool of one server, or one part of the window, used of an org's API in a stretch of time.
 *
 * @param from when the stretch begins
 * @param who the org, the server and the tool, or what in the window asked
 * @param calls tool calls answered; 0 for other messages and for the window's own work
 * @param requests API requests that the org counted
 */
public record Use(Instant from, Cause who, long calls, long requests) {}
