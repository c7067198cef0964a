package dev.orgbench.trace;

import java.time.Instant;

/**
 * The org's API use at one time, as it told it: of all its clients, not of Orgbench alone.
 *
 * @param at when it told
 */
public record Level(Instant at, ApiUse use) {}
