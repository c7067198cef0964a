package dev.orgbench.demo.trouble;

/** What the demo org can do wrong on purpose, until it is told to stop: rules without conditions, for switches. */
public enum DemoFault {
    /** Every request to the data API is refused, as when the day's allowance is used up. */
    REQUEST_LIMIT("request-limit"),
    /** Every answer of the data API takes five seconds. */
    SLOW("slow"),
    /** No record can be written: somebody else holds it. */
    ROW_LOCK("row-lock"),
    /** The connection breaks before an answer is complete. */
    LOST_CONNECTION("cut");

    private final String answer;

    DemoFault(String answer) {
        this.answer = answer;
    }

    /** As a rule of a scenario names it. */
    public String answer() {
        return answer;
    }
}
