package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orgbench.soql.Condition.And;
import dev.orgbench.soql.Condition.Comparison;
import dev.orgbench.soql.Condition.Group;
import dev.orgbench.soql.Condition.Membership;
import dev.orgbench.soql.Condition.Not;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.Or;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query.Direction;
import dev.orgbench.soql.Query.EndingKind;
import dev.orgbench.soql.Query.GroupingKind;
import dev.orgbench.soql.Query.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlParserTest {
    @Test
    void everyClauseIsInTheTree() throws Exception {
        Query query = Soql.parse(
                "select Id, Account.Owner.Name, COUNT(Id) n FROM Contact c, c.Account a USING SCOPE team WHERE c.Name LIKE 'a%'"
                        + " WITH SECURITY_ENFORCED GROUP BY ROLLUP(LeadSource, CALENDAR_YEAR(CreatedDate)) HAVING COUNT(Id) > 1"
                        + " ORDER BY Name DESC NULLS LAST, Id LIMIT 10 OFFSET 20 FOR VIEW UPDATE TRACKING");

        assertThat(query.select()).hasSize(3);
        assertThat(path(query, 1).names()).extracting(Name::text).containsExactly("Account", "Owner", "Name");
        SelectItem.Column count = (SelectItem.Column) query.select().get(2);
        assertThat(((FunctionCall) count.expression()).function()).isEqualTo(SoqlFunction.COUNT);
        assertThat(Objects.requireNonNull(count.alias()).text()).isEqualTo("n");
        assertThat(query.from()).hasSize(2);
        assertThat(query.from().get(1).path().text()).isEqualTo("c.Account");
        assertThat(Objects.requireNonNull(query.scope()).text()).isEqualTo("team");
        assertThat(query.where()).isInstanceOf(Comparison.class);
        assertThat(Objects.requireNonNull(query.access()).text()).isEqualTo("SECURITY_ENFORCED");
        assertThat(Objects.requireNonNull(query.groupBy()).kind()).isEqualTo(GroupingKind.ROLLUP);
        assertThat(query.groupBy().expressions()).hasSize(2);
        assertThat(query.having()).isInstanceOf(Comparison.class);
        assertThat(query.orderBy().get(0).direction()).isEqualTo(Direction.DESC);
        assertThat(query.orderBy().get(0).nulls()).isEqualTo(Nulls.LAST);
        assertThat(query.orderBy().get(1).direction()).isNull();
        assertThat(Objects.requireNonNull(query.limit()).number()).isEqualTo(10);
        assertThat(Objects.requireNonNull(query.offset()).number()).isEqualTo(20);
        assertThat(query.endings())
                .extracting(Query.Ending::kind)
                .containsExactly(EndingKind.FOR_VIEW, EndingKind.UPDATE_TRACKING);
    }

    @Test
    void rangesAreThoseOfTheText() throws Exception {
        String soql = "SELECT Id , Account . Name\nFROM Contact WHERE ( Name = 'x' AND Id != null )\nLIMIT 5";
        Query query = Soql.parse(soql);

        assertThat(slice(soql, query.range())).isEqualTo(soql);
        assertThat(slice(soql, query.select().get(1).range())).isEqualTo("Account . Name");
        assertThat(slice(soql, query.from().getFirst().range())).isEqualTo("Contact");
        Group group = (Group) Objects.requireNonNull(query.where());
        assertThat(slice(soql, group.range())).isEqualTo("( Name = 'x' AND Id != null )");
        assertThat(slice(soql, group.condition().range())).isEqualTo("Name = 'x' AND Id != null");
        Range limit = Objects.requireNonNull(query.limit()).range();
        assertThat(slice(soql, limit)).isEqualTo("LIMIT 5");
        assertThat(Position.of(soql, limit.start())).isEqualTo(new Position(3, 1));
    }

    @Test
    void conditionsNestAsWritten() throws Exception {
        Condition where = where("NOT A = 1 AND (B IN (1, 2) OR C NOT IN ('x')) AND D INCLUDES ('a;b')");

        And and = (And) where;
        assertThat(and.conditions()).hasSize(3);
        assertThat(and.conditions().get(0)).isInstanceOf(Not.class);
        Or or = (Or) ((Group) and.conditions().get(1)).condition();
        assertThat(((Membership) or.conditions().get(1)).operator()).isEqualTo(SetOperator.NOT_IN);
        assertThat(((Membership) and.conditions().get(2)).operator()).isEqualTo(SetOperator.INCLUDES);
    }

    @Test
    void subQueriesAreQueries() throws Exception {
        Query query = Soql.parse(
                "SELECT (SELECT Id FROM Contacts LIMIT 1), TYPEOF What WHEN Account THEN Phone, Name WHEN Lead THEN Id ELSE Name END,"
                        + " FIELDS(CUSTOM) FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)");

        assertThat(((SelectItem.Children) query.select().get(0)).query().limit())
                .isNotNull();
        SelectItem.TypeOf typeOf = (SelectItem.TypeOf) query.select().get(1);
        assertThat(typeOf.branches()).hasSize(2);
        assertThat(typeOf.branches().getFirst().fields()).hasSize(2);
        assertThat(typeOf.otherwise()).hasSize(1);
        assertThat(((SelectItem.AllFields) query.select().get(2)).fieldSet()).isEqualTo(SelectItem.FieldSet.CUSTOM);
        assertThat(((Condition.SemiJoin) Objects.requireNonNull(query.where())).negated())
                .isTrue();
    }

    @Test
    void literalsKeepTheirExactValues() throws Exception {
        assertThat(value("'a\\'b\\\\c\\n\\t\\\"\\_\\%d'")).isInstanceOfSatisfying(Value.Text.class, text -> {
            assertThat(text.text()).isEqualTo("a'b\\c\n\t\"_%d");
            assertThat(text.pattern()).isEqualTo("a'b\\\\c\n\t\"\\_\\%d");
        });
        assertThat(value("'\\u00e9\\u005f'")).isInstanceOfSatisfying(Value.Text.class, text -> {
            assertThat(text.text()).isEqualTo("é_");
            assertThat(text.pattern()).isEqualTo("é\\_");
        });
        assertThat(value("-12.50")).isInstanceOfSatisfying(Value.Numeric.class, number -> assertThat(number.number())
                .isEqualTo(new BigDecimal("-12.50")));
        assertThat(value(".5")).isInstanceOf(Value.Numeric.class);
        assertThat(value("TRUE")).isInstanceOfSatisfying(Value.Bool.class, bool -> assertThat(bool.value())
                .isTrue());
        assertThat(value("null")).isInstanceOf(Value.Null.class);
        assertThat(value("2024-02-29")).isInstanceOfSatisfying(Value.Date.class, date -> assertThat(date.date())
                .isEqualTo(LocalDate.of(2024, 2, 29)));
        assertThat(value("2024-02-29t01:02:03.5+0530"))
                .isInstanceOfSatisfying(Value.DateTime.class, moment -> assertThat(moment.dateTime())
                        .isEqualTo(OffsetDateTime.parse("2024-02-29T01:02:03.5+05:30")));
        assertThat(value("23:59:01.001Z")).isInstanceOfSatisfying(Value.Time.class, time -> assertThat(time.time())
                .isEqualTo(LocalTime.parse("23:59:01.001")));
        assertThat(value("last_n_days:30")).isInstanceOfSatisfying(Value.RelativeDate.class, relative -> {
            assertThat(relative.keyword()).isEqualTo(DateKeyword.LAST_N_DAYS);
            assertThat(relative.n()).isEqualTo(30);
        });
        assertThat(value("usd5000.25")).isInstanceOfSatisfying(Value.Currency.class, currency -> {
            assertThat(currency.isoCode()).isEqualTo("USD");
            assertThat(currency.amount()).isEqualTo(new BigDecimal("5000.25"));
        });
    }

    @Test
    void everyDateLiteralIsRead() throws Exception {
        for (DateKeyword keyword : DateKeyword.values()) {
            assertThat(value(keyword.isCounted() ? keyword + ":3" : keyword.name()))
                    .isInstanceOf(Value.RelativeDate.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Order ORDER BY Id",
                "SELECT Group.Name FROM GroupMember",
                "SELECT Id FROM Group GROUP BY Id",
                "SELECT Offset, View FROM Group WHERE Not__c = 1",
                "SELECT COUNT() FROM Account",
                "SELECT FORMAT(MIN(CloseDate)) Amt FROM Opportunity GROUP BY StageName",
                "SELECT Id FROM A WHERE DISTANCE(Loc__c, GEOLOCATION(37.775,-122.418), 'mi') < 20 ORDER BY DISTANCE(Loc__c, GEOLOCATION(1,2), 'km') DESC",
                "SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), SUM(Amount) FROM Opportunity GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))",
                "SELECT Id FROM Account WHERE Name='a'AND(NOT Name LIKE 'b')",
                "SELECT Id FROM Account WHERE Name = 'a' AND NOT Name LIKE 'b\\_'",
                "SELECT Id FROM Account FOR VIEW FOR REFERENCE",
                "SELECT Id FROM Account FOR VIEW, REFERENCE UPDATE TRACKING, VIEWSTAT",
                "SELECT (SELECT (SELECT (SELECT (SELECT (SELECT Id FROM F) FROM E) FROM D) FROM C) FROM B) FROM A",
                "SELECT a, GROUPING(a) g, COUNT(Id) FROM X GROUP BY ROLLUP(a, b, CALENDAR_YEAR(c)) HAVING GROUPING(a) = 1"
            })
    void itIsAQuery(String soql) throws Exception {
        assertThat(Soql.parse(soql).select()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                               | 1  | unexpected token: '<EOF>'
            `   `                                            | 4  | unexpected token: '<EOF>'
            UPDATE Account SET Name = 'x'                    | 1  | unexpected token: 'UPDATE'
            SELECT                                           | 7  | unexpected token: '<EOF>'
            SELECT FROM Account                              | 8  | unexpected token: 'FROM'
            SELECT * FROM Account                            | 8  | unexpected token: '*'
            SELECT Id, FROM Account                          | 12 | unexpected token: 'FROM'
            SELECT Id Name Foo FROM Account                  | 16 | unexpected token: 'Foo'
            SELECT Id FROM A ORDER BY DESC NULLS LAST        | 27 | unexpected token: 'DESC'
            SELECT Id FROM WHERE Name = 'x'                  | 16 | unexpected token: 'WHERE'
            SELECT Account. FROM Contact                     | 17 | unexpected token: 'FROM'
            SELECT Id FROM                                   | 15 | unexpected token: '<EOF>'
            SELECT Id FROM Account;                          | 23 | unexpected token: ';'
            SELECT Id FROM Account WHERE                     | 29 | unexpected token: '<EOF>'
            SELECT Id FROM Account WHERE Name                | 34 | unexpected token: '<EOF>'
            SELECT Id FROM Account WHERE Name == 'x'         | 36 | unexpected token: '='
            SELECT Id FROM Account WHERE Name = Foo          | 37 | unexpected token: 'Foo'
            SELECT Id FROM Account WHERE Name = "x"          | 37 | unexpected token: '"'
            SELECT Id FROM Account WHERE Name = :x           | 37 | Bind variables only allowed in Apex code
            SELECT Id FROM Account WHERE Name IN ()          | 39 | unexpected token: ')'
            SELECT Id FROM Account WHERE Name IN :names      | 38 | Bind variables only allowed in Apex code
            SELECT Id FROM Account WHERE Name = 'x           | 37 | Invalid string literal: the closing quote is missing
            SELECT Id FROM Account WHERE Name = 'a\\qb'      | 36 | Invalid string literal 'a\\qb'. Illegal character sequence '\\q' in string literal.
            SELECT Id FROM A WHERE B = 'a\\u12'               | 27 | Invalid string literal 'a\\u12'. Illegal character sequence '\\u' in string literal.
            SELECT Id FROM A WHERE B = 1 AND C = 2 OR D = 3  | 40 | unexpected token: 'OR'
            SELECT Id FROM A WHERE B = 1 OR C = 2 AND D = 3  | 39 | unexpected token: 'AND'
            SELECT Id FROM A WHERE (B = 1                    | 30 | unexpected token: '<EOF>'
            SELECT Id FROM A WHERE B = 1)                    | 29 | unexpected token: ')'
            SELECT Id FROM A WHERE B = 2024-02-30            | 28 | Invalid date: 2024-02-30
            SELECT Id FROM A WHERE B = 2024-01-01T25:00:00Z  | 28 | Invalid dateTime: 2024-01-01T25:00:00Z
            SELECT Id FROM A WHERE B = LAST_N_DAYS           | 39 | unexpected token: '<EOF>'
            SELECT Id FROM A WHERE B = LAST_N_DAYS:-1        | 40 | unexpected token: '-1'
            SELECT Id FROM A WHERE B = TODAY:1               | 33 | Bind variables only allowed in Apex code
            SELECT Id FROM A WHERE B = 12abc                 | 28 | unexpected token: '12abc'
            SELECT Id FROM A WHERE FOO(B) = 1                | 27 | unexpected token: '('
            SELECT COUNT(Id, Name) FROM A                    | 16 | unexpected token: ','
            SELECT SUM() FROM A                              | 12 | unexpected token: ')'
            SELECT Id FROM A LIMIT                           | 23 | unexpected token: '<EOF>'
            SELECT Id FROM A LIMIT -1                        | 24 | unexpected token: '-1'
            SELECT Id FROM A LIMIT 1.5                       | 24 | unexpected token: '1.5'
            SELECT Id FROM A OFFSET 1 LIMIT 1                | 27 | unexpected token: 'LIMIT'
            SELECT Id FROM A ORDER Name                      | 18 | unexpected token: 'ORDER'
            SELECT Id FROM A ORDER BY Name NULLS             | 37 | unexpected token: '<EOF>'
            SELECT Id FROM A HAVING COUNT(Id) > 1            | 18 | unexpected token: 'HAVING'
            SELECT Id FROM A ALL ROWS                        | 18 | ALL ROWS is only allowed in Apex code
            SELECT FIELDS(SOME) FROM A                       | 15 | unexpected token: 'SOME'
            SELECT Id FROM A FOR VIEW FOR VIEW               | 27 | unexpected token: 'FOR'
            SELECT Id FROM A UPDATE TRACKING, TRACKING       | 35 | unexpected token: 'TRACKING'
            SELECT Id FROM A USING LISTVIEW = x              | 18 | unexpected token: 'USING'
            SELECT Id FROM A // all                          | 18 | unexpected token: '/'
            SELECT Id FROM A WITH                            | 22 | unexpected token: '<EOF>'
            SELECT Id FROM A WITH DATA CATEGORY G            | 38 | unexpected token: '<EOF>'
            SELECT Id FROM A LIMIT :n                        | 24 | Bind variables only allowed in Apex code
            SELECT A.B.C.D.E.F.G.H FROM A                    | 8  | Only 5 levels of child-to-parent relationships are allowed in a field path
            """)
    void itIsNoQuery(String soql, int column, String message) {
        SoqlSyntaxException error = catchThrowableOfType(SoqlSyntaxException.class, () -> Soql.parse(soql));

        assertThat(error.problem().message()).isEqualTo(message);
        assertThat(error.position()).isEqualTo(new Position(1, column));
        assertThat(error.text())
                .startsWith("\n")
                .contains("^\n")
                .endsWith("ERROR at Row:1:Column:" + column + "\n" + message);
        assertThat(TreeRanges.wrong(Soql.read(soql).query(), soql.length())).isEmpty();
    }

    /** The first four as Salesforce was recorded to cut them; the caret stands at the character before the bracket. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select Id, Company,Email,LastName,[SF_date__c, ConvertedContactId from Lead | select Id, Company,Email,LastName,[SF_date__c, ConvertedContactId from
            SELECT Id, Name, LastReferencedDate, Jigsaw, JigsawCompanyId, [CleanStatus, AccountSource, DunsNumber, Tradestyle FROM Account | LastReferencedDate, Jigsaw, JigsawCompanyId, [CleanStatus, AccountSource, DunsNumber
            SELECT Id, WebEmail__c, Case_Resolution_Summary__c, [MW_Case_ID__c, Escalation_Helper_Contact__c, Id FROM Case | WebEmail__c, Case_Resolution_Summary__c, [MW_Case_ID__c, Escalation_Helper_Contact__c
            SELECT Id, Data_Quality_Score__c from Contact where FirstName =[ 'Anne-Marie' | from Contact where FirstName =[ 'Anne-Marie'
            SELECT Id FROM [X | SELECT Id FROM [X
            """)
    void aLongLineIsCutToAWindowOfWholeWords(String marked, String window) {
        int place = marked.indexOf('[');
        String text = ErrorText.at(marked.replace("[", ""), place, "Wrong.");

        assertThat(text)
                .startsWith("\n" + window.replace("[", "") + "\n" + " ".repeat(window.indexOf('['))
                        + "^\nERROR at Row:1:Column:" + (place + 1) + "\nWrong.");
    }

    @Test
    void nestingWithoutEndIsRefusedNotFollowed() {
        for (String soql : new String[] {
            "SELECT Id FROM A WHERE " + "(".repeat(50_000),
            "SELECT Id FROM A WHERE " + "NOT ".repeat(50_000),
            "SELECT " + "(SELECT ".repeat(20_000),
            "SELECT Id FROM A WHERE " + "FORMAT(".repeat(20_000)
        }) {
            assertThat(catchThrowableOfType(SoqlSyntaxException.class, () -> Soql.parse(soql))
                            .problem()
                            .message())
                    .isEqualTo("The query is nested too deeply");
        }
    }

    @Test
    void aTextThatIsNoQueryStillHasTokensAndAProblem() {
        Parsed parsed = Soql.read("SELECT Id FROM Account WHERE Name = 'x");

        assertThat(parsed.isQuery()).isFalse();
        assertThat(parsed.problems()).hasSize(1);
        assertThat(parsed.tokens()).extracting(Token::kind).endsWith(TokenKind.UNCLOSED_TEXT, TokenKind.END);
    }

    private static FieldPath path(Query query, int item) {
        return (FieldPath) ((SelectItem.Column) query.select().get(item)).expression();
    }

    private static Condition where(String condition) throws SoqlSyntaxException {
        return Objects.requireNonNull(
                Soql.parse("SELECT Id FROM A WHERE " + condition).where());
    }

    private static Value value(String literal) throws SoqlSyntaxException {
        Comparison comparison = (Comparison) where("B = " + literal);
        assertThat(comparison.operator()).isEqualTo(Operator.EQUAL);
        return comparison.right();
    }

    private static String slice(String soql, Range range) {
        return soql.substring(range.start(), range.end());
    }
}
