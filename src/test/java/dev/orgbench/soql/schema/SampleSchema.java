package dev.orgbench.soql.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A small org: accounts, contacts, opportunities, tasks, users and an object of its own. */
public final class SampleSchema implements Schema {
    private final Map<String, ObjectSchema> objects = new HashMap<>();
    private final Set<String> pending = new HashSet<>();
    private boolean knowsObjects = true;

    public SampleSchema() {
        add(
                "Account",
                "001",
                List.of(
                        id(),
                        text("Name", "Account Name"),
                        picklist("Industry", "Industry", false, "Banking", "Energy", "Farmer's Market"),
                        field("AnnualRevenue", "Annual Revenue", FieldType.CURRENCY),
                        field("NumberOfEmployees", "Employees", FieldType.INT),
                        long_("Description", "Account Description"),
                        field("BillingAddress", "Billing Address", FieldType.ADDRESS),
                        reference("OwnerId", "Owner ID", "Owner", "User"),
                        reference("ParentId", "Parent Account ID", "Parent", "Account"),
                        field("CreatedDate", "Created Date", FieldType.DATE_TIME),
                        text("Region__c", "Region")),
                new ChildSchema("Contacts", "Contact", "AccountId"),
                new ChildSchema("Opportunities", "Opportunity", "AccountId"));
        add(
                "Contact",
                "003",
                List.of(
                        id(),
                        text("Name", "Full Name"),
                        text("FirstName", "First Name"),
                        text("LastName", "Last Name"),
                        field("Email", "Email", FieldType.EMAIL),
                        field("Birthdate", "Birthdate", FieldType.DATE),
                        reference("AccountId", "Account ID", "Account", "Account")),
                new ChildSchema("Tasks", "Task", "WhoId"));
        add(
                "Opportunity",
                "006",
                List.of(
                        id(),
                        text("Name", "Name"),
                        picklist("StageName", "Stage", true, "Prospecting", "Qualification", "Closed Won"),
                        field("Amount", "Amount", FieldType.CURRENCY),
                        field("CloseDate", "Close Date", FieldType.DATE),
                        field("IsClosed", "Closed", FieldType.BOOLEAN),
                        field("CreatedDate", "Created Date", FieldType.DATE_TIME),
                        multi("Tags__c", "Tags", "Red", "Green"),
                        reference("AccountId", "Account ID", "Account", "Account"),
                        reference("OwnerId", "Owner ID", "Owner", "User")));
        add(
                "Task",
                "00T",
                List.of(
                        id(),
                        text("Subject", "Subject"),
                        reference("WhatId", "Related To ID", "What", "Account", "Opportunity"),
                        reference("WhoId", "Name ID", "Who", "Contact", "Lead"),
                        reference("OwnerId", "Owner ID", "Owner", "User", "Group")));
        add(
                "User",
                "005",
                List.of(
                        id(),
                        text("Name", "Full Name"),
                        text("Username", "Username"),
                        reference("ProfileId", "Profile ID", "Profile", "Profile")));
        add("Profile", "00e", List.of(id(), text("Name", "Name")));
        add("Lead", "00Q", List.of(id(), text("Name", "Full Name"), text("Company", "Company")));
        add(
                "Invoice__c",
                "a00",
                List.of(
                        id(),
                        text("Name", "Invoice Number"),
                        reference("Account__c", "Account", "Account__r", "Account")));
    }

    /** The same org, with an object that has been asked for and has not come yet. */
    public SampleSchema without(String name) {
        pending.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /** The same org, whose list of objects has not come yet. */
    public SampleSchema withoutList() {
        knowsObjects = false;
        return this;
    }

    /** One more object. */
    public void add(String name, String prefix, List<FieldSchema> fields, ChildSchema... children) {
        ObjectSummary summary = new ObjectSummary(name, name.replace("__c", ""), name.endsWith("__c"), true, prefix);
        objects.put(name.toLowerCase(Locale.ROOT), new ObjectSchema(summary, fields, List.of(children)));
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return knowsObjects
                ? new Lookup.Found<>(objects.values().stream()
                        .map(ObjectSchema::summary)
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList())
                : new Lookup.Pending<>();
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (pending.contains(key) || (!knowsObjects && !objects.containsKey(key))) {
            return new Lookup.Pending<>();
        }
        ObjectSchema found = objects.get(key);
        return found == null ? new Lookup.Absent<>() : new Lookup.Found<>(found);
    }

    /** A field as most are. */
    public static FieldSchema field(String name, String label, FieldType type) {
        boolean compound = type.family() == FieldType.Family.COMPOUND;
        boolean group = type != FieldType.CURRENCY && type != FieldType.DATE_TIME && type != FieldType.DOUBLE;
        return new FieldSchema(
                name,
                label,
                type,
                80,
                !compound,
                !compound,
                group && !compound,
                !compound && type != FieldType.BOOLEAN,
                type != FieldType.BOOLEAN,
                name.endsWith("__c"),
                "",
                List.of(),
                List.of(),
                false,
                "");
    }

    public static FieldSchema id() {
        return new FieldSchema(
                "Id",
                "Record ID",
                FieldType.ID,
                18,
                true,
                true,
                true,
                true,
                false,
                false,
                "",
                List.of(),
                List.of(),
                false,
                "");
    }

    private static FieldSchema text(String name, String label) {
        return field(name, label, FieldType.STRING);
    }

    private static FieldSchema long_(String name, String label) {
        return new FieldSchema(
                name,
                label,
                FieldType.TEXTAREA,
                32000,
                false,
                false,
                false,
                false,
                true,
                false,
                "",
                List.of(),
                List.of(),
                false,
                "What there is to know.");
    }

    public static FieldSchema reference(String name, String label, String relationship, String... objects) {
        return new FieldSchema(
                name,
                label,
                FieldType.REFERENCE,
                18,
                true,
                true,
                true,
                true,
                true,
                name.endsWith("__c"),
                relationship,
                List.of(objects),
                List.of(),
                false,
                "");
    }

    private static FieldSchema picklist(String name, String label, boolean restricted, String... values) {
        return new FieldSchema(
                name,
                label,
                FieldType.PICKLIST,
                40,
                true,
                true,
                true,
                true,
                true,
                false,
                "",
                List.of(),
                entries(values),
                restricted,
                "How far it is.");
    }

    private static FieldSchema multi(String name, String label, String... values) {
        return new FieldSchema(
                name,
                label,
                FieldType.MULTIPICKLIST,
                4099,
                true,
                false,
                false,
                false,
                true,
                true,
                "",
                List.of(),
                entries(values),
                false,
                "");
    }

    private static List<PicklistEntry> entries(String... values) {
        return new ArrayList<>(
                Stream.of(values).map(value -> new PicklistEntry(value, value)).toList());
    }
}
