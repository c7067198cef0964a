package dev.orgbench.cli;

/** Where Orgbench starts. It is no JavaFX Application, so that the class path may hold JavaFX. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
