package dev.orgbench.demo.data;

import java.util.List;
import java.util.Optional;

/**
 * A stage of an opportunity and what follows from it, as in a new org.
 *
 * @param probability percent
 * @param forecast ForecastCategory
 * @param forecastName ForecastCategoryName
 */
public record SalesStage(
        String name, int probability, boolean closed, boolean won, String forecast, String forecastName) {
    /** In the order of a sale. */
    public static final List<SalesStage> ALL = List.of(
            open("Prospecting", 10, "Pipeline", "Pipeline"),
            open("Qualification", 10, "Pipeline", "Pipeline"),
            open("Needs Analysis", 20, "Pipeline", "Pipeline"),
            open("Value Proposition", 50, "Pipeline", "Pipeline"),
            open("Id. Decision Makers", 60, "Pipeline", "Pipeline"),
            open("Perception Analysis", 70, "BestCase", "Best Case"),
            open("Proposal/Price Quote", 75, "BestCase", "Best Case"),
            open("Negotiation/Review", 90, "Forecast", "Commit"),
            new SalesStage("Closed Won", 100, true, true, "Closed", "Closed"),
            new SalesStage("Closed Lost", 0, true, false, "Omitted", "Omitted"));

    static Optional<SalesStage> of(String name) {
        return ALL.stream().filter(stage -> stage.name.equalsIgnoreCase(name)).findFirst();
    }

    private static SalesStage open(String name, int probability, String forecast, String forecastName) {
        return new SalesStage(name, probability, false, false, forecast, forecastName);
    }
}
