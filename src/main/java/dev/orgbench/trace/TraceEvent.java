package dev.orgbench.trace;

/** What the live feed tells. */
public sealed interface TraceEvent {
    /** A message came in; its result is not there yet. */
    record Started(Message message) implements TraceEvent {}

    /** A message was answered. */
    record Answered(Message message) implements TraceEvent {}

    /** An org answered, or failed to. */
    record Exchanged(Exchange exchange) implements TraceEvent {}
}
