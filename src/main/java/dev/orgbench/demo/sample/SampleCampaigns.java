package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns, whom they reached, and which deals came of them. */
final class SampleCampaigns {
    private static final int PERCENT_FROM_CAMPAIGN = 25;
    private static final int PERCENT_RESPONDED = 35;
    private static final int PERCENT_LEADS = 45;

    private final RowImport rows;
    private final Calendar calendar;
    private final String owner;
    private final Chance chance = new Chance(3);
    private final List<Campaign> campaigns = new ArrayList<>();

    /** A campaign and what came of it so far. */
    private static final class Campaign {
        private final String id;
        private final Tsv.Row plan;
        private final LocalDate start;
        private int opportunities;
        private int won;
        private double amount;
        private double wonAmount;

        private Campaign(String id, Tsv.Row plan, LocalDate start) {
            this.id = id;
            this.plan = plan;
            this.start = start;
        }
    }

    SampleCampaigns(RowImport rows, Calendar calendar, String owner) {
        this.rows = rows;
        this.calendar = calendar;
        this.owner = owner;
    }

    /** Decides which there are; {@link #fill} adds them once it is known what came of them. */
    void plan() throws SQLException {
        for (Tsv.Row plan : Words.table("campaigns.tsv")) {
            campaigns.add(new Campaign(rows.reserve("Campaign"), plan, calendar.daysAgo(plan.number("startsDaysAgo"))));
        }
    }

    /** The campaign that brought a deal which began on that day; null for most. */
    @Nullable
    String source(LocalDate began, double amount, boolean won) {
        if (!chance.percent(PERCENT_FROM_CAMPAIGN)) {
            return null;
        }
        Campaign campaign = chance.of(campaigns);
        if (campaign.start.isAfter(began)) {
            return null;
        }
        campaign.opportunities++;
        campaign.amount += amount;
        if (won) {
            campaign.won++;
            campaign.wonAmount += amount;
        }
        return campaign.id;
    }

    /**
     * @param members how many each campaign reached
     */
    void fill(int members, List<KnownPerson> contacts, List<KnownPerson> leads) throws SQLException {
        for (Campaign campaign : campaigns) {
            Stamp stamp = calendar.stamp(owner, calendar.notAfterToday(campaign.start.minusDays(40)), 300);
            status(campaign, "Sent", 1, false, stamp);
            status(campaign, "Responded", 2, true, stamp);
            boolean begun = !campaign.start.isAfter(calendar.today());
            int ofLeads = 0;
            int responses = 0;
            Set<String> reached = new HashSet<>();
            for (int i = 0; begun && i < members; i++) {
                boolean lead = chance.percent(PERCENT_LEADS);
                KnownPerson person = chance.of(lead ? leads : contacts);
                if (reached.add(person.id())) {
                    boolean responded = chance.percent(PERCENT_RESPONDED);
                    member(campaign, person, lead, responded);
                    ofLeads += lead ? 1 : 0;
                    responses += responded ? 1 : 0;
                }
            }
            campaign(campaign, ofLeads, reached.size() - ofLeads, responses, stamp);
        }
    }

    private void campaign(Campaign campaign, int leads, int contacts, int responses, Stamp stamp) throws SQLException {
        LocalDate end = campaign.start.plusDays(campaign.plan.number("days") - 1L);
        boolean over = end.isBefore(calendar.today());
        boolean begun = !campaign.start.isAfter(calendar.today());
        double budget = campaign.plan.number("budget");
        Row row = new Row()
                .set("Id", campaign.id)
                .set("Name", campaign.plan.text("name"))
                .set("Type", campaign.plan.text("type"))
                .set("Status", over ? "Completed" : begun ? "In Progress" : "Planned")
                .set("IsActive", !over)
                .set("StartDate", campaign.start)
                .set("EndDate", end)
                .set("BudgetedCost", budget)
                .set("ExpectedRevenue", budget * 8)
                .set("ExpectedResponse", 30.0)
                .set("NumberSent", (double) (leads + contacts))
                .set("NumberOfLeads", leads)
                .set("NumberOfConvertedLeads", 0)
                .set("NumberOfContacts", contacts)
                .set("NumberOfResponses", responses)
                .set("NumberOfOpportunities", campaign.opportunities)
                .set("NumberOfWonOpportunities", campaign.won)
                .set("AmountAllOpportunities", campaign.amount)
                .set("AmountWonOpportunities", campaign.wonAmount)
                .set("OwnerId", owner);
        if (over) {
            row.set("ActualCost", Math.round(budget * chance.between(85, 115)) / 100.0);
        }
        rows.add("Campaign", row.values(), stamp);
    }

    private void status(Campaign campaign, String label, int place, boolean responded, Stamp stamp)
            throws SQLException {
        rows.add(
                "CampaignMemberStatus",
                new Row()
                        .set("CampaignId", campaign.id)
                        .set("Label", label)
                        .set("SortOrder", place)
                        .set("IsDefault", !responded)
                        .set("HasResponded", responded)
                        .values(),
                stamp);
    }

    private void member(Campaign campaign, KnownPerson person, boolean lead, boolean responded) throws SQLException {
        Stamp stamp = calendar.stamp(owner, campaign.start, chance.below(500));
        LocalDate day = calendar.notAfterToday(campaign.start.plusDays(chance.below(10)));
        Row row = new Row()
                .set("CampaignId", campaign.id)
                .set(lead ? "LeadId" : "ContactId", person.id())
                .set("LeadOrContactId", person.id())
                .set("Status", responded ? "Responded" : "Sent")
                .set("HasResponded", responded)
                .set("FirstRespondedDate", responded ? day.toString() : null)
                .set("Name", person.person().name())
                .set("FirstName", person.person().first())
                .set("LastName", person.person().last())
                .set("Email", person.email())
                .set("CompanyOrAccount", person.company())
                .set("Type", lead ? "Lead" : "Contact");
        rows.add("CampaignMember", row.values(), stamp);
    }
}
