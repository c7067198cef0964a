package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** The objects of {@link SampleOrg}. */
final class SampleObjects {
    private SampleObjects() {}

    static Schema schema() {
        return new Schema(
                List.of(account(), contact(), opportunity(), task(), user(), group()),
                List.of(
                        new ChildRelationship("Account", "Contacts", "Contact", "AccountId", true, false),
                        new ChildRelationship("Account", "Opportunities", "Opportunity", "AccountId", true, false),
                        new ChildRelationship("Contact", "Tasks", "Task", "WhoId", true, false)));
    }

    private static SObject account() {
        return object(
                "Account",
                "001",
                id(),
                name("Name"),
                picklist("Industry", "Energy", "Banking"),
                field("AnnualRevenue", FieldType.CURRENCY),
                field("NumberOfEmployees", FieldType.INT),
                reference("OwnerId", "Owner", "User"),
                reference("ParentId", "Parent", "Account"),
                dateTime("CreatedDate"),
                dateTime("SystemModstamp"),
                new FieldBuilder("Number__c", "Number", FieldType.STRING)
                        .key(true, true)
                        .build(),
                new FieldBuilder("BillingAddress", "Billing Address", FieldType.ADDRESS)
                        .querying(true, false, false, false)
                        .build(),
                new FieldBuilder("BillingCity", "City", FieldType.STRING)
                        .partOf("BillingAddress")
                        .build(),
                new FieldBuilder("BillingLatitude", "Latitude", FieldType.DOUBLE)
                        .partOf("BillingAddress")
                        .build(),
                new FieldBuilder("Place__c", "Place", FieldType.LOCATION)
                        .querying(true, true, false, false)
                        .build(),
                new FieldBuilder("Place__Latitude__s", "Place (Latitude)", FieldType.DOUBLE)
                        .partOf("Place__c")
                        .build(),
                new FieldBuilder("Place__Longitude__s", "Place (Longitude)", FieldType.DOUBLE)
                        .partOf("Place__c")
                        .build(),
                field("IsPartner", FieldType.BOOLEAN),
                field("IsDeleted", FieldType.BOOLEAN),
                new FieldBuilder("Description", "Description", FieldType.TEXTAREA)
                        .querying(false, false, false, false)
                        .build());
    }

    private static SObject contact() {
        return object(
                "Contact",
                "003",
                id(),
                field("LastName", FieldType.STRING),
                name("Name"),
                reference("AccountId", "Account", "Account"),
                field("Languages__c", FieldType.MULTIPICKLIST),
                field("Birthdate", FieldType.DATE),
                field("IsDeleted", FieldType.BOOLEAN));
    }

    private static SObject opportunity() {
        return object(
                "Opportunity",
                "006",
                id(),
                name("Name"),
                picklist("StageName", "Prospecting", "Closed Won", "Closed Lost"),
                field("Amount", FieldType.CURRENCY),
                field("CloseDate", FieldType.DATE),
                reference("AccountId", "Account", "Account"),
                reference("OwnerId", "Owner", "User"),
                field("IsDeleted", FieldType.BOOLEAN));
    }

    private static SObject task() {
        return object(
                "Task",
                "00T",
                id(),
                name("Subject"),
                reference("WhatId", "What", "Account", "Opportunity", "Quote"),
                reference("WhoId", "Who", "Contact", "Lead"),
                reference("OwnerId", "Owner", "Group", "User"),
                field("StartTime__c", FieldType.TIME),
                field("IsDeleted", FieldType.BOOLEAN));
    }

    private static SObject user() {
        return object(
                "User",
                "005",
                id(),
                name("Name"),
                field("IsActive", FieldType.BOOLEAN),
                reference("ManagerId", "Manager", "User"));
    }

    private static SObject group() {
        return object("Group", "00G", id(), name("Name"));
    }

    private static SObject object(String name, String prefix, Field... fields) {
        return new SObject(null, name, name, name + "s", prefix, List.of(fields), null);
    }

    private static Field id() {
        return field("Id", FieldType.ID);
    }

    private static Field name(String name) {
        return new FieldBuilder(name, name, FieldType.STRING).nameField().build();
    }

    private static Field field(String name, FieldType type) {
        boolean groups = type != FieldType.CURRENCY && type != FieldType.MULTIPICKLIST;
        return new FieldBuilder(name, name, type)
                .querying(true, true, groups, type != FieldType.BOOLEAN)
                .build();
    }

    private static Field dateTime(String name) {
        return new FieldBuilder(name, name, FieldType.DATETIME)
                .querying(true, true, false, true)
                .build();
    }

    private static Field picklist(String name, String... values) {
        return new FieldBuilder(name, name, FieldType.PICKLIST)
                .picklist(
                        Stream.of(values)
                                .map(v -> new PicklistValue(v, v + "!", true, false))
                                .toList(),
                        false)
                .build();
    }

    private static Field reference(String name, String relationship, String... targets) {
        return new FieldBuilder(name, name, FieldType.REFERENCE)
                .reference(List.of(targets), relationship)
                .build();
    }
}
