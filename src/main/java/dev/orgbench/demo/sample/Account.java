package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company and the people that the org knows there. */
final class Account {
    private final String id;
    private final CompanyNames.Company company;
    private final String owner;
    private final Tsv.Row place;
    private final LocalDate created;
    private final List<String> contacts = new ArrayList<>(4);
    private @Nullable LocalDate firstSeen;

    Account(String id, CompanyNames.Company company, String owner, Tsv.Row place, LocalDate created) {
        this.id = id;
        this.company = company;
        this.owner = owner;
        this.place = place;
        this.created = created;
    }

    String id() {
        return id;
    }

    String name() {
        return company.name();
    }

    String industry() {
        return company.industry();
    }

    String owner() {
        return owner;
    }

    Tsv.Row place() {
        return place;
    }

    /** When it was to be made, had nothing happened with it before. */
    LocalDate created() {
        return created;
    }

    /** The contacts' ids. */
    List<String> contacts() {
        return contacts;
    }

    /** Something happened with it on that day. */
    void seen(LocalDate day) {
        if (firstSeen == null ? !day.isAfter(created) : day.isBefore(firstSeen)) {
            firstSeen = day;
        }
    }

    /** The first day on which something happened, where that is not after it was to be made. */
    Optional<LocalDate> firstSeen() {
        return Optional.ofNullable(firstSeen);
    }
}
