package dev.orgbench.demo.control;

import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.file.Path;

/** A process whose org goes back to the day called {@code first} again and again, and on from there, until it is killed. */
final class RestlessOrg {
    static final String MARK = "RESTLESS";

    private RestlessOrg() {}

    public static void main(String[] args) throws IOException {
        try (TestOrg org = TestOrg.start(Path.of(args[0]), TestOrg.MID_MONTH)) {
            org.post("sobjects/Account", "{\"Name\":\"Old\"}");
            org.post("/demo/checkpoint/first", "");
            System.err.println(MARK);
            while (true) {
                org.post("sobjects/Account", "{\"Name\":\"New\"}");
                org.post("/demo/restore/first", "");
            }
        }
    }
}
