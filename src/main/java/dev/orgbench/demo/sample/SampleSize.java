package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;

/**
 * How many records of each kind.
 *
 * @param members of each campaign
 * @param percentWithProducts how many of 100 opportunities have products
 * @param percentDelivered how many of 100 opportunities that were won with products were ordered and delivered
 */
record SampleSize(
        int accounts,
        int contacts,
        int opportunities,
        int leads,
        int cases,
        int tasks,
        int events,
        int invoices,
        int members,
        int percentWithProducts,
        int percentDelivered) {
    static SampleSize of(DemoSize size) {
        Tsv.Row row = Words.table("sizes.tsv").stream()
                .filter(line -> line.text("size").equals(size.toString()))
                .findFirst()
                .orElseThrow();
        return new SampleSize(
                row.number("accounts"),
                row.number("contacts"),
                row.number("opportunities"),
                row.number("leads"),
                row.number("cases"),
                row.number("tasks"),
                row.number("events"),
                row.number("invoices"),
                row.number("members"),
                row.number("percentWithProducts"),
                row.number("percentDelivered"));
    }
}
