package dev.orgbench.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A process that serves an org until it is killed. Says where it listens and the access token on its
 * error output, for its standard output may be full of logs that nobody reads.
 */
final class KilledOrg {
    static final String MARK = "READY";

    private KilledOrg() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (DemoOrg org = DemoOrg.start(Path.of(args[0]), 0, TestOrg.MID_MONTH)) {
            System.err.println(MARK + " " + org.uri() + " " + org.accessToken());
            new CountDownLatch(1).await();
        }
    }
}
