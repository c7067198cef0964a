package dev.orgbench.tools;

import dev.orgbench.trace.Recording;

/**
 * What watches a call while it is under way.
 *
 * @param recording gets every request to the org
 * @param progress is told how far a long call has come
 */
public record Work(Recording recording, Progress progress) {
    /** Nobody wants to know how far it has come. */
    public static Work of(Recording recording) {
        return new Work(recording, (done, total, doing) -> {});
    }

    /** How far a call has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A further part is done; calls come with rising {@code done}.
         *
         * @param total how much there is to do, in the same unit; 0 if it is not known
         * @param doing what is being done, in a few words
         */
        void reached(double done, double total, String doing);
    }
}
