package dev.orgbench.ui.limits;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Use;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person should know before the day runs out.
 *
 * @param head the figures
 * @param text when it runs out, and who made most of it
 */
record Warning(String head, String text) {
    private static final double NEARLY = 0.8;

    /** Empty while there is nothing to warn of. */
    static Optional<Warning> of(ApiUse use, Optional<Instant> runsOut, List<Use> totals, ZoneId zone) {
        boolean nearly = use.limit() > 0 && use.used() >= NEARLY * use.limit();
        if (runsOut.isEmpty() && !nearly) {
            return Optional.empty();
        }
        String head = String.format(Locale.ROOT, "%,d of %,d used.", use.used(), use.limit());
        String when;
        if (use.used() >= use.limit()) {
            when = "The day is used up: Salesforce refuses requests until some of them are 24 hours old.";
        } else if (runsOut.isPresent()) {
            when = "At this pace the day runs out at "
                    + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                            .withZone(zone)
                            .format(runsOut.get()) + ".";
        } else {
            when = "At this pace it will not run out, but little is left.";
        }
        return Optional.of(new Warning(head, (when + " " + most(totals)).strip()));
    }

    /** {@code ChatGPT made 9,120 of them, mostly list_all_salesforce_query.} */
    private static String most(List<Use> totals) {
        Map<String, List<Use>> byServer =
                totals.stream().collect(Collectors.groupingBy(use -> UsePicture.server(use.who())));
        return byServer.entrySet().stream()
                .max(Comparator.comparing(server -> requests(server.getValue())))
                .filter(server -> requests(server.getValue()) > 0)
                .map(server -> {
                    Use tool = server.getValue().stream()
                            .max(Comparator.comparing(Use::requests))
                            .orElseThrow();
                    String who = server.getKey().equals(UsePicture.BY_HAND) ? "You" : server.getKey();
                    return String.format(
                            Locale.ROOT,
                            "%s made %,d of them, mostly %s.",
                            who,
                            requests(server.getValue()),
                            tool.who().name());
                })
                .orElse("Orgbench made none of them.");
    }

    private static long requests(List<Use> uses) {
        return uses.stream().mapToLong(Use::requests).sum();
    }
}
