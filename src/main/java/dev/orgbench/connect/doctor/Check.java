package dev.orgbench.connect.doctor;

/**
 * One step between here and a client, and how it stands.
 *
 * @param name what was looked at, as {@code Server answers}
 * @param outcome how it stands
 * @param detail a few words beside it: a time, a number; may be empty
 * @param remedy what to do about it; empty if nothing is to be done
 */
public record Check(String name, Outcome outcome, String detail, String remedy) {
    /** How a step stands. */
    public enum Outcome {
        GOOD,
        /** It works, but somebody should know. */
        CAUTION,
        BAD,
        /** It could not be looked at, because something before it is missing. */
        SKIPPED
    }

    static Check good(String name, String detail) {
        return new Check(name, Outcome.GOOD, detail, "");
    }

    static Check caution(String name, String detail, String remedy) {
        return new Check(name, Outcome.CAUTION, detail, remedy);
    }

    static Check bad(String name, String detail, String remedy) {
        return new Check(name, Outcome.BAD, detail, remedy);
    }

    static Check skipped(String name, String why) {
        return new Check(name, Outcome.SKIPPED, why, "");
    }
}
