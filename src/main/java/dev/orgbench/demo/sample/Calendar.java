package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.Stamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and times as seen from today, which is fixed for one filling of the org. */
final class Calendar {
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;

    Calendar(Clock clock) {
        this.now = clock.instant();
        this.zone = clock.getZone();
        this.today = LocalDate.ofInstant(now, zone);
    }

    LocalDate today() {
        return today;
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate daysAgo(int days) {
        return today.minusDays(days);
    }

    /** That day, or today where it is still to come. */
    LocalDate notAfterToday(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    /** A day of this month that is not in the future; {@code part} of 1000 chooses which. */
    LocalDate thisMonth(int part) {
        return today.withDayOfMonth(1 + (today.getDayOfMonth() - 1) * part / 1000);
    }

    /** That time of that day. */
    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(zone).toInstant();
    }

    /** A time on that day, in office hours, but never after now; {@code part} of 1000 chooses which. */
    Instant during(LocalDate day, int part) {
        Instant time = day.atTime(8, 0).plusSeconds(part * 36L).atZone(zone).toInstant();
        return time.isAfter(now) ? now : time;
    }

    /** A stamp of somebody who wrote on that day. */
    Stamp stamp(String userId, LocalDate day, int part) {
        return Stamp.of(userId, during(day, part));
    }
}
