package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.SalesStage;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The org itself, its users, profiles and roles, and the values that stages and states stand for. */
final class SampleSetup {
    static final String ORGANIZATION = RecordId.of("00D", 71_845_201);
    static final String ADMINISTRATOR = RecordId.of("005", 4_209_000);
    static final String COMPANY = "Brightwater Instruments";
    private static final String USER_LICENSE = RecordId.of("100", 4_209_000);
    private static final String DOMAIN = "brightwater.example";

    private final RowImport rows;
    private final Collection<SObject> objects;
    private final Calendar calendar;
    private final Stamp stamp;

    SampleSetup(RowImport rows, Collection<SObject> objects, Calendar calendar) {
        this.rows = rows;
        this.objects = objects;
        this.calendar = calendar;
        this.stamp = calendar.stamp(ADMINISTRATOR, calendar.daysAgo(900), 0);
    }

    /** The users' ids, the administrator first. */
    List<String> fill() throws SQLException {
        organization();
        recordTypes();
        states();
        return users();
    }

    /** Of the administrator on the day on which the org was made. */
    Stamp stamp() {
        return stamp;
    }

    private void organization() throws SQLException {
        rows.add(
                "Organization",
                new Row()
                        .set("Id", ORGANIZATION)
                        .set("Name", COMPANY)
                        .set("OrganizationType", "Developer Edition")
                        .set("InstanceName", "DEMO1")
                        .set("IsSandbox", false)
                        .set("City", "San Francisco")
                        .set("State", "CA")
                        .set("Street", "1 Mission Street")
                        .set("PostalCode", "94105")
                        .set("Country", "USA")
                        .set("Phone", "+1 415 555 0100")
                        .set("PrimaryContact", "Alex Morgan")
                        .set("DefaultLocaleSidKey", "en_US")
                        .set("LanguageLocaleKey", "en_US")
                        .set("TimeZoneSidKey", calendar.zone().getId())
                        .set("FiscalYearStartMonth", 1)
                        .values(),
                stamp);
    }

    private void recordTypes() throws SQLException {
        for (SObject object : objects) {
            for (RecordType type : object.recordTypes()) {
                rows.add(
                        "RecordType",
                        new Row()
                                .set("Id", type.id())
                                .set("Name", type.name())
                                .set("DeveloperName", type.developerName())
                                .set("Description", type.description())
                                .set("SobjectType", object.name())
                                .set("IsActive", true)
                                .values(),
                        stamp);
            }
        }
    }

    private List<String> users() throws SQLException {
        Map<String, String> profiles = new HashMap<>();
        for (String name : List.of("System Administrator", "Standard User", "Minimum Access - Salesforce")) {
            profiles.put(name, profile(name));
        }
        Map<String, String> roles = new HashMap<>();
        List<Tsv.Row> people = Words.table("users.tsv");
        List<String> ids = new ArrayList<>();
        for (Tsv.Row person : people) {
            String role = person.text("role");
            if (!roles.containsKey(role)) {
                roles.put(role, role(role, roles.get("CEO")));
            }
            ids.add(user(person, profiles, roles, ids));
        }
        permissionSet(ids.getFirst());
        return ids;
    }

    private String user(Tsv.Row person, Map<String, String> profiles, Map<String, String> roles, List<String> before)
            throws SQLException {
        String first = person.text("first");
        String last = person.text("last");
        String login = (first + "." + last).toLowerCase(Locale.ROOT) + "@" + DOMAIN;
        Row row = new Row()
                .set("Id", before.isEmpty() ? ADMINISTRATOR : null)
                .set("FirstName", first)
                .set("LastName", last)
                .set("Username", login)
                .set("Email", login)
                .set(
                        "Alias",
                        (first.charAt(0) + last).toLowerCase(Locale.ROOT).substring(0, Math.min(6, last.length())))
                .set("CommunityNickname", (first + "." + last.charAt(0)).toLowerCase(Locale.ROOT))
                .set("Title", person.text("title"))
                .set("Department", person.text("department"))
                .set("CompanyName", COMPANY)
                .set("ProfileId", profiles.get(person.text("profile")))
                .set("UserRoleId", roles.get(person.text("role")))
                .set("ManagerId", before.isEmpty() ? null : before.getFirst())
                .set("IsActive", true)
                .set("UserType", "Standard")
                .set("TimeZoneSidKey", calendar.zone().getId())
                .set("LocaleSidKey", "en_US")
                .set("LanguageLocaleKey", "en_US")
                .set("EmailEncodingKey", "UTF-8")
                .set("LastLoginDate", calendar.during(calendar.daysAgo(before.size()), 40 * before.size()));
        return rows.add("User", row.values(), stamp);
    }

    private String role(String name, @Nullable String parent) throws SQLException {
        return rows.add(
                "UserRole",
                new Row()
                        .set("Name", name)
                        .set("DeveloperName", name.replace(' ', '_'))
                        .set("ParentRoleId", parent)
                        .set("OpportunityAccessForAccountOwner", "Edit")
                        .values(),
                stamp);
    }

    /** With the permission set that each profile has: what the profile allows is written there. */
    private String profile(String name) throws SQLException {
        Row profile = new Row().set("Name", name).set("UserType", "Standard").set("UserLicenseId", USER_LICENSE);
        String id = rows.add("Profile", profile.values(), stamp);
        Row own = new Row()
                .set("Name", "X" + id)
                .set("Label", id)
                .set("ProfileId", id)
                .set("IsOwnedByProfile", true)
                .set("Type", "Profile");
        rows.add("PermissionSet", own.values(), stamp);
        return id;
    }

    private void permissionSet(String user) throws SQLException {
        String id = rows.add(
                "PermissionSet",
                new Row()
                        .set("Name", "API_Access")
                        .set("Label", "API Access")
                        .set("Description", "For integrations that sign in by client credentials.")
                        .set("IsCustom", true)
                        .set("Type", "Regular")
                        .values(),
                stamp);
        rows.add(
                "PermissionSetAssignment",
                new Row().set("PermissionSetId", id).set("AssigneeId", user).values(),
                stamp);
    }

    private void states() throws SQLException {
        for (int i = 0; i < SalesStage.ALL.size(); i++) {
            SalesStage stage = SalesStage.ALL.get(i);
            rows.add(
                    "OpportunityStage",
                    state(stage.name(), i)
                            .set("IsClosed", stage.closed())
                            .set("IsActive", true)
                            .set("IsWon", stage.won())
                            .set("DefaultProbability", (double) stage.probability())
                            .set("ForecastCategory", stage.forecast())
                            .set("ForecastCategoryName", stage.forecastName())
                            .values(),
                    stamp);
        }
        states("CaseStatus", List.of("New", "Working", "Escalated", "Closed"), "New", "IsClosed", "Closed");
        states(
                "TaskStatus",
                List.of("Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"),
                "Not Started",
                "IsClosed",
                "Completed");
        states(
                "LeadStatus",
                List.of("Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"),
                "Open - Not Contacted",
                "IsConverted",
                "Closed - Converted");
        for (String name : List.of("High", "Normal", "Low")) {
            rows.add(
                    "TaskPriority",
                    new Row()
                            .set("MasterLabel", name)
                            .set("ApiName", name)
                            .set("IsDefault", name.equals("Normal"))
                            .set("IsHighPriority", name.equals("High"))
                            .values(),
                    stamp);
        }
    }

    /** {@code end} is the one state of which {@code flag} is true. */
    private void states(String object, List<String> names, String standard, String flag, String end)
            throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            rows.add(
                    object,
                    state(name, i)
                            .set("IsDefault", name.equals(standard))
                            .set(flag, name.equals(end))
                            .values(),
                    stamp);
        }
    }

    private static Row state(String name, int place) {
        return new Row().set("MasterLabel", name).set("ApiName", name).set("SortOrder", place + 1L);
    }
}
