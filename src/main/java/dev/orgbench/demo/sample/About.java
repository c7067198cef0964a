package dev.orgbench.demo.sample;

import java.time.LocalDate;

/**
 * What an activity is about, and with whom.
 *
 * @param what the id of a deal, a case or a company
 * @param who the id of a contact
 * @param account whose it all is
 * @param began before that day nobody did anything about it
 */
record About(String what, String who, String account, String owner, LocalDate began) {
    /** That day, or the first on which somebody could have done something about it. */
    LocalDate notBefore(LocalDate day) {
        return day.isBefore(began) ? began : day;
    }
}
