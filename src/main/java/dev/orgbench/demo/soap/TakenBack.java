package dev.orgbench.demo.soap;

/** Ends a transaction without leaving a trace of it, its outcome known to whoever began it. */
public final class TakenBack extends RuntimeException {
    public TakenBack() {
        super(null, null, false, false);
    }
}
