package dev.orgbench.mcp.server;

import java.util.concurrent.CountDownLatch;

/** Puts the fixture up for clients of other languages, prints its URL and stays until it is ended. */
final class FixtureMain {
    private FixtureMain() {}

    public static void main(String[] args) throws Exception {
        try (FixtureServer server = FixtureServer.start()) {
            System.out.println(server.url());
            new CountDownLatch(1).await();
        }
    }
}
