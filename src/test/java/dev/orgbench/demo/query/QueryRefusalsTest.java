package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, with which code, where, and in which words. */
class QueryRefusalsTest {
    private final SampleOrg org;

    QueryRefusalsTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @Test
    void anUnknownObjectHasSalesforcesText() {
        assertThat(refusal("select count() from XYZZY")).isEqualTo("""
                        INVALID_TYPE
                        select count() from XYZZY
                                            ^
                        ERROR at Row:1:Column:21
                        sObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append \
                        the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.""");
    }

    @Test
    void anUnknownFieldHasSalesforcesText() {
        assertThat(refusal("SELECT Id,\n  Nme FROM Account")).isEqualTo("""
                        INVALID_FIELD
                          Nme FROM Account
                          ^
                        ERROR at Row:2:Column:3
                        No such column 'Nme' on entity 'Account'. If you are attempting to use a custom field, be sure to append \
                        the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.""");
    }

    @Test
    void anUnknownRelationshipHasSalesforcesText() {
        assertThat(refusal("SELECT Acct.Name FROM Contact")).isEqualTo("""
                        INVALID_FIELD
                        SELECT Acct.Name FROM Contact
                               ^
                        ERROR at Row:1:Column:8
                        Didn't understand relationship 'Acct' in field path. If you are attempting to use a custom relationship, \
                        be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe \
                        call for the appropriate names.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT Id FROM Account WHERE                                         | MALFORMED_QUERY | 29 | unexpected token: '<EOF>'
            SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Id = null  | MALFORMED_QUERY | 56 | unexpected token: 'OR'
            SELECT Name FROM Account WHERE Nme = 'x'                             | INVALID_FIELD   | 32 | No such column 'Nme' on entity 'Account'.
            SELECT Name FROM Contact WHERE Account.Nme = 'x'                     | INVALID_FIELD   | 32 | No such column 'Nme' on entity 'Account'.
            SELECT Name FROM Contact ORDER BY Nme                                | INVALID_FIELD   | 35 | No such column 'Nme' on entity 'Contact'.
            SELECT What.Industry FROM Task                                       | INVALID_FIELD   | 8  | No such column 'Industry' on entity 'Name'.
            SELECT What.Owner.Name FROM Task                                     | INVALID_FIELD   | 8  | Didn't understand relationship 'Owner' in field path.
            SELECT Account FROM Contact                                          | INVALID_FIELD   | 8  | No such column 'Account' on entity 'Contact'.
            SELECT (SELECT Id FROM Contact) FROM Account                         | INVALID_TYPE    | 24 | Didn't understand relationship 'Contact' in FROM part of query call.
            SELECT Id FROM Account WHERE Description = 'x'                       | INVALID_FIELD   | 30 | field 'Description' can not be filtered in a query call
            SELECT Id FROM Account ORDER BY Description                          | INVALID_FIELD   | 33 | field 'Description' can not be sorted in a query call
            SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue             | INVALID_FIELD   | 44 | field 'AnnualRevenue' can not be grouped in a query call
            SELECT SUM(Name) FROM Account                                        | INVALID_FIELD   | 12 | field Name does not support aggregate operator SUM
            SELECT COUNT(IsPartner) FROM Account                                 | INVALID_FIELD   | 14 | field IsPartner does not support aggregate operator COUNT
            SELECT Name, COUNT(Id) FROM Account                                  | MALFORMED_QUERY | 8  | Field must be grouped or aggregated: Name
            SELECT Name, Industry FROM Account GROUP BY Industry                 | MALFORMED_QUERY | 8  | Field must be grouped or aggregated: Name
            SELECT Industry FROM Account GROUP BY Industry ORDER BY Name         | MALFORMED_QUERY | 57 | Field must be grouped or aggregated: Name
            SELECT CALENDAR_YEAR(CreatedDate) FROM Account                       | MALFORMED_QUERY | 8  | Field must be grouped or aggregated: CALENDAR_YEAR
            SELECT MAX(CreatedDate) FROM Account LIMIT 1                         | MALFORMED_QUERY | 38 | LIMIT may not be used with aggregates without GROUP BY
            SELECT COUNT() FROM Account GROUP BY Name                            | MALFORMED_QUERY | 29 | COUNT() may not be used with GROUP BY
            SELECT COUNT(), Name FROM Account                                    | MALFORMED_QUERY | 8  | COUNT() must be the only element in the SELECT list
            SELECT Name n FROM Account                                           | MALFORMED_QUERY | 13 | only aggregate expressions use field aliasing
            SELECT Name, name FROM Account                                       | INVALID_FIELD   | 14 | duplicate field selected: Name
            SELECT COUNT(Id) a, MAX(Name) a FROM Account                         | MALFORMED_QUERY | 21 | duplicate alias: a
            SELECT Id FROM Account WHERE Name = 5                                | INVALID_FIELD   | 30 | value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes
            SELECT Id FROM Account WHERE CreatedDate = '2026-01-01'              | INVALID_FIELD   | 30 | value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes
            SELECT Id FROM Account WHERE CreatedDate > 2026-01-01                | INVALID_FIELD   | 30 | value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes
            SELECT Id FROM Contact WHERE Birthdate = 2026-01-01T00:00:00Z        | INVALID_FIELD   | 30 | value of filter criterion for field 'Birthdate' must be of type date and should not be enclosed in quotes
            SELECT Id FROM Account WHERE AnnualRevenue > '5'                     | INVALID_FIELD   | 30 | value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes
            SELECT Id FROM Account WHERE AnnualRevenue > ''                      | INVALID_FIELD   | 30 | value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes
            SELECT Id FROM Account WHERE NumberOfEmployees > USD5000             | INVALID_FIELD   | 30 | value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes
            SELECT Id FROM Account WHERE AnnualRevenue > EUR5 | MALFORMED_QUERY | 46 | 'EUR' is no currency of this org
            SELECT DAY_ONLY(convertTimezone(CreatedDate)) FROM Account | MALFORMED_QUERY | 8 | Field must be grouped or aggregated: DAY_ONLY
            SELECT convertTimezone(CreatedDate) FROM Account | MALFORMED_QUERY | 8 | convertTimezone() may only be used inside a date function
            SELECT FORMAT(toLabel(Industry)) FROM Account | MALFORMED_QUERY | 8 | The argument of FORMAT() can't be such a function
            SELECT convertCurrency(Name) FROM Account | MALFORMED_QUERY | 8 | field 'Name' can not be used with convertCurrency
            SELECT Id FROM Account WHERE convertCurrency(AnnualRevenue) > 5 | MALFORMED_QUERY | 30 | convertCurrency() may only be used in SELECT
            SELECT Id FROM Account ORDER BY toLabel(Industry) | MALFORMED_QUERY | 33 | toLabel() may not be used in ORDER BY or GROUP BY
            SELECT TYPEOF What WHEN Contact THEN Name END FROM Task | MALFORMED_QUERY | 25 | 'Contact' is no object type that 'What' points to
            SELECT TYPEOF What WHEN Account THEN Name WHEN account THEN Id END FROM Task | MALFORMED_QUERY | 48 | 'account' may stand in one WHEN only
            SELECT TYPEOF What WHEN Account THEN Phone END FROM Task | INVALID_FIELD | 38 | No such column 'Phone' on entity 'Account'.
            SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact | MALFORMED_QUERY | 15 | TYPEOF needs a relationship to several object types, and 'Account' is none
            SELECT What.Name, TYPEOF What WHEN Account THEN Name END FROM Task | INVALID_FIELD | 19 | duplicate field selected: What
            SELECT TYPEOF What WHEN Account THEN Name END, What.Name FROM Task | INVALID_FIELD | 48 | duplicate field selected: What
            SELECT TYPEOF What WHEN Account THEN Name END, COUNT(Id) FROM Task | MALFORMED_QUERY | 8 | Only fields and aggregates may be selected with GROUP BY
            SELECT Industry FROM Account GROUP BY ROLLUP(Industry, Name, ParentId, OwnerId) | MALFORMED_QUERY | 30 | At most 3 fields are allowed in GROUP BY ROLLUP or CUBE
            SELECT GROUPING(Industry) FROM Account GROUP BY Industry | MALFORMED_QUERY | 8 | GROUPING() needs a field of GROUP BY ROLLUP or CUBE
            SELECT GROUPING(Name) FROM Account GROUP BY CUBE(Industry) | MALFORMED_QUERY | 8 | GROUPING() needs a field of GROUP BY ROLLUP or CUBE
            SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') = 5 | MALFORMED_QUERY | 30 | DISTANCE can only be compared with < or >
            SELECT Id FROM Account WHERE DISTANCE(Place__c, GEOLOCATION(91, 2), 'mi') < 5 | MALFORMED_QUERY | 61 | GEOLOCATION needs numbers here, from -90 to 90
            SELECT Id FROM Account WHERE DISTANCE(Place__c, GEOLOCATION(1, 2), 'ft') < 5 | MALFORMED_QUERY | 68 | DISTANCE needs a unit, 'mi' or 'km'
            SELECT Id FROM Account WHERE DISTANCE(Name, GEOLOCATION(1, 2), 'km') < 5 | MALFORMED_QUERY | 39 | field 'Name' can not be used with DISTANCE
            SELECT Name FROM Account USING SCOPE my_territory | MALFORMED_QUERY | 38 | The scope 'my_territory' is not supported for Account
            SELECT Name FROM Group USING SCOPE mine | MALFORMED_QUERY | 36 | The scope 'mine' is not supported for Group
            SELECT Name FROM Account WITH DATA CATEGORY Geography__c AT uk__c | MALFORMED_QUERY | 45 | WITH DATA CATEGORY is allowed for Knowledge articles and questions only
            SELECT Id FROM Account ALL ROWS | MALFORMED_QUERY | 24 | ALL ROWS is only allowed in Apex code
            SELECT Id FROM Account WHERE Name = :name | MALFORMED_QUERY | 37 | Bind variables only allowed in Apex code
            SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account) | MALFORMED_QUERY | 58 | The inner and outer selects should not be on the same object type
            SELECT Id FROM Account WHERE OwnerId IN (SELECT AccountId FROM Contact) | MALFORMED_QUERY | 49 | The selected field 'AccountId' in the subquery and the left operand field
            SELECT Id FROM Contact WHERE Account.OwnerId IN (SELECT OwnerId FROM Opportunity) | MALFORMED_QUERY | 30 | The left operand of a semi join can't be a field of a parent
            SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1) | MALFORMED_QUERY | 37 | GROUP BY, ORDER BY, LIMIT, OFFSET and FOR UPDATE are not allowed in a semi join
            SELECT Id FROM Account WHERE NumberOfEmployees = 1.5                 | INVALID_FIELD   | 30 | value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes
            SELECT Id FROM Account WHERE IsPartner = 'true'                      | INVALID_FIELD   | 30 | value of filter criterion for field 'IsPartner' must be of type boolean and should not be enclosed in quotes
            SELECT Id FROM Account WHERE Name IN ('a', TODAY)                    | INVALID_FIELD   | 30 | value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes
            SELECT Id FROM Account WHERE IsPartner > true                        | INVALID_QUERY_FILTER_OPERATOR | 30 | invalid operator on boolean field
            SELECT Id FROM Account WHERE AnnualRevenue LIKE '5%'                 | INVALID_QUERY_FILTER_OPERATOR | 30 | invalid operator on currency field
            SELECT Id FROM Account WHERE OwnerId LIKE '005%'                     | INVALID_QUERY_FILTER_OPERATOR | 30 | invalid operator on id field
            SELECT Id FROM Account WHERE Id = 'abc'                              | INVALID_QUERY_FILTER_OPERATOR | 30 | invalid ID field: abc
            SELECT Id FROM Account WHERE Name INCLUDES ('a')                     | MALFORMED_QUERY | 30 | INCLUDES may only be used with a multi-select picklist
            SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)        | MALFORMED_QUERY | 44 | The selected field 'Name' in the subquery
            SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact) | MALFORMED_QUERY | 44 | Semi join sub-selects are not allowed with the 'OR' operator
            SELECT Id FROM Account WHERE Id = null AND (Name = 'a' OR Id IN (SELECT AccountId FROM Contact)) | MALFORMED_QUERY | 59 | Semi join sub-selects are only allowed at the top level WHERE expressions
            SELECT Id FROM Account WHERE NOT Id IN (SELECT AccountId FROM Contact) | MALFORMED_QUERY | 34 | Semi join sub-selects are only allowed at the top level WHERE expressions
            SELECT FIELDS(ALL) FROM Account                                      | MALFORMED_QUERY | 8  | The SOQL FIELDS function must have a LIMIT of at most 200
            SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account   | MALFORMED_QUERY | 8  | Only 5 levels of child-to-parent relationships are allowed
            SELECT Id FROM Account WHERE BillingAddress = 'x'                    | INVALID_FIELD   | 30 | field 'BillingAddress' can not be filtered in a query call
            SELECT Id FROM Account ORDER BY BillingAddress                       | INVALID_FIELD   | 33 | field 'BillingAddress' can not be sorted in a query call
            SELECT COUNT(Id) FROM Account GROUP BY BillingAddress                | INVALID_FIELD   | 40 | field 'BillingAddress' can not be grouped in a query call
            SELECT COUNT(BillingAddress) FROM Account                            | INVALID_FIELD   | 14 | field BillingAddress does not support aggregate operator COUNT
            SELECT Id FROM Account WHERE HOUR_IN_DAY(Name) = 1                   | MALFORMED_QUERY | 42 | field 'Name' can not be used with HOUR_IN_DAY
            """)
    void aRefusalSaysWhatAndWhere(String soql, String code, int column, String detail) {
        assertThat(refusal(soql)).startsWith(code + "\n").contains("\nERROR at Row:1:Column:" + column + "\n" + detail);
    }

    @Test
    void whatIsTooMuchIsRefusedWithoutAPlace() {
        assertThat(refusal("SELECT Id FROM Account OFFSET 2001"))
                .isEqualTo("NUMBER_OUTSIDE_VALID_RANGEMaximum SOQL offset allowed is 2000");
        assertThat(refusal("SELECT Id FROM Account WHERE Name = '" + "x".repeat(100_000) + "'"))
                .startsWith("MALFORMED_QUERY");
    }

    @Test
    void whatSqliteCouldNotRunIsTooComplicated() {
        String numbers = "0" + ",0".repeat(40_000);
        String parents = String.join(" OR ", Collections.nCopies(4_000, "What.Name='x'"));
        for (String soql : List.of(
                "SELECT Id FROM Account WHERE NumberOfEmployees IN (" + numbers + ")",
                "SELECT COUNT() FROM Account WHERE NumberOfEmployees IN (" + numbers + ")",
                "SELECT COUNT(Id) FROM Account WHERE NumberOfEmployees IN (" + numbers + ")",
                "SELECT Id FROM Task WHERE " + parents)) {
            assertThat(refusal(soql)).startsWith("QUERY_TOO_COMPLICATED");
        }
    }

    @Test
    void aLongLineIsCutToAWindowAroundThePlace() {
        String refusal = refusal("SELECT " + "Name, ".repeat(40) + "Nme, " + "Name, ".repeat(40) + "Id FROM Account");
        assertThat(refusal).contains("Row:1:Column:14\n");

        List<String> lines = refusal("SELECT Id FROM Account WHERE " + "Name = 'x' AND ".repeat(40) + "Nme = 'y'")
                .lines()
                .toList();
        assertThat(lines.get(1)).hasSizeLessThanOrEqualTo(120).endsWith("Nme = 'y'");
        assertThat(lines.get(1).indexOf("Nme")).isEqualTo(lines.get(2).indexOf('^'));
        assertThat(lines.get(3)).isEqualTo("ERROR at Row:1:Column:630");
    }

    @Test
    void everyRefusalIsABadRequest() {
        assertThatThrownBy(() -> org.query("nonsense"))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.status()).isEqualTo(400));
    }

    /** Code and text in one. */
    private String refusal(String soql) {
        ApiError error = catchThrowableOfType(ApiError.class, () -> org.query(soql));
        assertThat(error).as(soql).isNotNull();
        return error.errorCode() + error.text();
    }
}
