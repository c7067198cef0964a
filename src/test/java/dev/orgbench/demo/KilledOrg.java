package dev.orgbench.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that serves an org until it is killed. Says where it listens and the access token. */
final class KilledOrg {
    static final String MARK = "READY";

    private KilledOrg() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (DemoOrg org = DemoOrg.start(Path.of(args[0]), 0, TestOrg.MID_MONTH)) {
            System.out.println(MARK + " " + org.uri() + " " + org.accessToken());
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
