package dev.orgbench.app;

import dev.orgbench.ui.Picture;
import dev.orgbench.ui.orgs.DemoControls.Trouble;

/** What the org is and has: Objects, SOQL and Limits. */
final class OrgPictures {
    private static final String EDITOR = ".soql-screen .styled-text-area";
    private static final String LARGEST = """
            SELECT Name, Industry, Owner.Name, AnnualRevenue, NumberOfEmployees,
              (SELECT Name, Title FROM Contacts)
            FROM Account
            WHERE Industry != null AND AnnualRevenue > 50000
            ORDER BY AnnualRevenue DESC NULLS LAST
            LIMIT 200""";

    private OrgPictures() {}

    /** The org breaks off each answer, then it takes its time: nothing of it is known yet. */
    static void trouble(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        gallery.trouble(Trouble.LOST_CONNECTION, true);
        picture.press("#nav-objects");
        gallery.both("objects-error", ".objects-screen .state-pane .state-icon-bad");
        picture.press("#nav-limits");
        gallery.both("limits-error", ".limits-screen .problem-banner");
        picture.press("#nav-soql");
        picture.typeCode(EDITOR, "SELECT Id FROM Account");
        picture.press("#run-query");
        gallery.both("soql-lost", ".soql-screen .problem-banner");
        gallery.trouble(Trouble.SLOW, true);
        gallery.trouble(Trouble.LOST_CONNECTION, false);
        picture.press("#run-query");
        gallery.both("soql-loading", ".soql-screen .result-pane .turning");
        picture.press("#nav-limits");
        picture.pressWords("Try again");
        gallery.both("limits-loading", ".limits-screen .state-pane .turning");
        picture.press("#nav-objects");
        picture.pressWords("Try again");
        gallery.both("objects-loading", ".objects-screen .state-pane .turning");
        gallery.trouble(Trouble.SLOW, false);
        picture.until("#objects .object-cell");
        picture.until(".object-view .line-tabs");
    }

    static void objects(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-objects");
        picture.choose("#objects", "Opportunity");
        picture.until("#fields .table-row-cell");
        gallery.both("objects-full", "#fields .table-row-cell");
        picture.tab(1);
        gallery.both("objects-picklists", "#picklists");
        picture.tab(2);
        gallery.both("objects-children", "#children");
        picture.tab(4);
        gallery.both("objects-relationships", ".picture .picture-centre");
        picture.tab(0);
        picture.type("#object-search", "nothing of that name");
        gallery.both("objects-empty", ".object-list .state-pane");
        picture.type("#object-search", "");
    }

    static void soql(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-soql");
        picture.press("#new-tab");
        gallery.both("soql-empty", ".result-pane .state-pane");
        picture.typeCode(EDITOR, LARGEST);
        picture.press("#run-query");
        gallery.both("soql-full", "#result-table .table-row-cell:filled");
        picture.press("#plan-query");
        gallery.both("soql-plan", "#plan");
        picture.typeCode(EDITOR, LARGEST.replace("AnnualRevenue >", "AnualRevenue >"));
        picture.press("#run-query");
        gallery.both("soql-error", ".soql-screen .problem-banner");
    }

    static void limits(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-limits");
        picture.press("#limits-refresh");
        gallery.both("limits-full", "#day-used");
        picture.type("#limits-filter", "nothing of that name");
        gallery.both("limits-empty", ".limits-screen .state-pane");
        picture.type("#limits-filter", "");
    }
}
