package dev.orgbench.demo.formula;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Matches a regular expression in bounded time: some expressions would take years. */
final class BoundedMatch {
    private static final int MOST_STEPS = 1_000_000;

    private BoundedMatch() {}

    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @throws TooLongException if it takes too many steps */
    static boolean matches(String text, String pattern) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new Counted(text, new AtomicInteger()))
                    .matches();
        } catch (StackOverflowError e) {
            throw new TooLongException();
        }
    }

    /** Each look at a character is a step. */
    private record Counted(CharSequence text, AtomicInteger steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooLongException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
