package dev.orgbench.soql;

/** Ends a strict reading at its first fault. Never leaves this package. */
final class Stop extends RuntimeException {
    private final transient Fault fault;

    Stop(Fault fault) {
        super(fault.salesforce(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
