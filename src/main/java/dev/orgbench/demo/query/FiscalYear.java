package dev.orgbench.demo.query;

import dev.orgbench.soql.SoqlFunction;
import java.time.LocalDate;

/**
 * When the org's fiscal year begins and what it is called. (SOQL and SOSL Reference, "Date Functions"; Salesforce help,
 * "Set the Fiscal Year".)
 *
 * @param startMonth 1 to 12
 * @param namedByStart whether it has the number of the year in which it begins, not of that in which it ends
 */
record FiscalYear(int startMonth, boolean namedByStart) {
    static final FiscalYear CALENDAR = new FiscalYear(1, false);

    private static final int MONTHS = 12;
    private static final int MONTHS_OF_A_QUARTER = 3;

    FiscalYear {
        if (startMonth < 1 || startMonth > MONTHS) {
            throw new IllegalArgumentException("No month: " + startMonth);
        }
    }

    /** The first day of the fiscal year that {@code day} is in. */
    LocalDate yearOf(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths(monthsSinceStart(day));
    }

    /** The first day of the fiscal quarter that {@code day} is in. */
    LocalDate quarterOf(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths(monthsSinceStart(day) % MONTHS_OF_A_QUARTER);
    }

    /** The SQL of a FISCAL function, from the SQL of the calendar's year and month. */
    String sql(SoqlFunction function, String year, String month) {
        String since = "((" + month + " + " + (MONTHS - startMonth) + ") % " + MONTHS + ")";
        return switch (function) {
            case FISCAL_MONTH -> "(" + since + " + 1)";
            case FISCAL_QUARTER -> "(" + since + " / " + MONTHS_OF_A_QUARTER + " + 1)";
            case FISCAL_YEAR -> "(" + year + " + " + yearsBeyond(month) + ")";
            default -> throw new IllegalArgumentException("No fiscal function: " + function);
        };
    }

    private String yearsBeyond(String month) {
        if (startMonth == 1) {
            return "0";
        }
        return "(" + month + " >= " + startMonth + ")" + (namedByStart ? " - 1" : "");
    }

    private int monthsSinceStart(LocalDate day) {
        return (day.getMonthValue() + MONTHS - startMonth) % MONTHS;
    }
}
