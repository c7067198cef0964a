package dev.orgbench.demo.soap.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.LoginFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.fault.UnexpectedErrorFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Salesforce's own Java client, unmodified: it compresses what it sends and reads by the order of its WSDL. */
class ForceClientTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static PartnerConnection force;

    @BeforeAll
    static void signIn() throws IOException, ConnectionException {
        force = new PartnerConnection(config("demo"));
    }

    private static ConnectorConfig config(String password) {
        ConnectorConfig config = new ConnectorConfig();
        config.setAuthEndpoint(org.org().uri() + "/services/Soap/u/65.0");
        config.setUsername(org.org().userName());
        config.setPassword(password);
        return config;
    }

    @Test
    void theScopeMineIsWhatTheSessionsUserOwns() throws Exception {
        SObject solution = new SObject("Solution");
        solution.setField("SolutionName", "Mine");
        String id = force.create(new SObject[] {solution})[0].getId();

        QueryResult mine = force.query("SELECT Id FROM Solution USING SCOPE mine WHERE SolutionName = 'Mine'");
        assertThat(mine.getRecords()).singleElement().returns(id, SObject::getId);
    }

    @Test
    void loginTellsWhereToCallAndWho() throws Exception {
        assertThat(force.getConfig().getServiceEndpoint())
                .isEqualTo(org.org().uri() + "/services/Soap/u/65.0/"
                        + org.org().organizationId().substring(0, 15));
        assertThat(force.getUserInfo().getUserName()).isEqualTo(org.org().userName());
        assertThat(force.getUserInfo().getOrganizationId()).isEqualTo(org.org().organizationId());
        assertThat(force.getServerTimestamp().getTimestamp().getTimeInMillis()).isEqualTo(TestOrg.MID_MONTH.millis());
        assertThat(new PartnerConnection(config("demoAb3dEf6hIj9kLm2nOp5qRs8t")).getUserInfo())
                .isNotNull();
    }

    @Test
    void aWrongPasswordIsALoginFault() {
        assertThatThrownBy(() -> new PartnerConnection(config("wrong")))
                .isInstanceOfSatisfying(LoginFault.class, fault -> {
                    assertThat(fault.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_LOGIN);
                    assertThat(fault.getExceptionMessage())
                            .isEqualTo("Invalid username, password, security token; or user locked out.");
                });
    }

    @Test
    void aSessionThatWasLoggedOutIsRefused() throws Exception {
        PartnerConnection other = new PartnerConnection(config("demo"));
        other.logout();
        assertThatThrownBy(other::getUserInfo)
                .isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> assertThat(fault.getExceptionCode())
                        .isEqualTo(ExceptionCode.INVALID_SESSION_ID));
    }

    @Test
    void queriesCarryParentsAndChildrenAndPages() throws Exception {
        QueryResult result = force.query("SELECT Id, Name, Owner.Name, CreatedDate, AnnualRevenue, BillingAddress,"
                + " (SELECT LastName FROM Contacts) FROM Account ORDER BY Name LIMIT 3");
        assertThat(result.getSize()).isEqualTo(3);
        SObject first = result.getRecords()[0];
        assertThat(first.getType()).isEqualTo("Account");
        assertThat(first.getId()).startsWith("001").hasSize(18);
        assertThat(first.getChild("Owner").getField("Name")).isInstanceOf(String.class);
        assertThat(String.valueOf(first.getField("CreatedDate"))).endsWith("Z");

        force.setQueryOptions(200);
        QueryResult page = force.query("SELECT Id FROM Task");
        int seen = page.getRecords().length;
        assertThat(seen).isEqualTo(200);
        while (!page.isDone()) {
            page = force.queryMore(page.getQueryLocator());
            seen += page.getRecords().length;
        }
        force.clearQueryOptions();
        assertThat(seen).isEqualTo(page.getSize());
        assertThatThrownBy(() -> force.query("SELECT FROM")).isInstanceOf(MalformedQueryFault.class);
    }

    @Test
    void recordsAreCreatedChangedReadAndDeletedEachForItself() throws Exception {
        SObject good = account("Ärger & Söhne <GmbH>");
        good.setField("NumberOfEmployees", 12);
        SaveResult[] saved = force.create(new SObject[] {good, account(null)});
        assertThat(saved[0].isSuccess()).isTrue();
        assertThat(saved[1].isSuccess()).isFalse();
        assertThat(saved[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
        assertThat(saved[1].getErrors()[0].getFields()).containsExactly("Name");

        SObject change = new SObject("Account");
        change.setId(saved[0].getId());
        change.setField("Phone", "+49 30 1234");
        change.setFieldsToNull(new String[] {"NumberOfEmployees"});
        assertThat(force.update(new SObject[] {change})[0].isSuccess()).isTrue();

        SObject[] read = force.retrieve(
                "Id, Name, Phone, NumberOfEmployees", "Account", new String[] {saved[0].getId(), "001000000000001"});
        assertThat(read[0].getField("Name")).isEqualTo("Ärger & Söhne <GmbH>");
        assertThat(read[0].getField("Phone")).isEqualTo("+49 30 1234");
        assertThat(read[0].getField("NumberOfEmployees")).isNull();
        assertThat(read[1]).isNull();

        assertThat(force.delete(new String[] {saved[0].getId()})[0].isSuccess()).isTrue();
        assertThat(force.delete(new String[] {saved[0].getId()})[0].getErrors()[0].getStatusCode())
                .isEqualTo(StatusCode.ENTITY_IS_DELETED);
        assertThat(force.undelete(new String[] {saved[0].getId()})[0].isSuccess())
                .isTrue();
        assertThat(org.count("Account WHERE Id = '" + saved[0].getId() + "'")).isEqualTo(1);
        assertThat(force.undelete(new String[] {saved[0].getId()})[0].isSuccess())
                .isFalse();
    }

    @Test
    void upsertTellsWhetherItCreated() throws Exception {
        UpsertResult made = force.upsert("Id", new SObject[] {account("Upserted")})[0];
        assertThat(made.isCreated()).isTrue();
        SObject again = account("Upserted twice");
        again.setId(made.getId());
        UpsertResult[] changed = force.upsert("Id", new SObject[] {again, account(null)});
        assertThat(changed[0].isSuccess()).isTrue();
        assertThat(changed[0].isCreated()).isFalse();
        assertThat(changed[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
        assertThat(org.count("Account WHERE Name = 'Upserted twice'")).isEqualTo(1);
    }

    @Test
    void troubleOnPurposeIsAFaultAsInTheRealOrg() throws Exception {
        PartnerConnection other = new PartnerConnection(config("demo"));
        assertThat(org.post("/demo/faults", "{\"answer\":\"request-limit\",\"path\":\"/services/Soap/**\",\"times\":1}")
                        .status())
                .isEqualTo(201);
        assertThatThrownBy(other::getUserInfo)
                .isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> assertThat(fault.getExceptionCode())
                        .isEqualTo(ExceptionCode.REQUEST_LIMIT_EXCEEDED));
        assertThat(other.getUserInfo()).isNotNull();
    }

    @Test
    void allOrNoneTakesTheGoodOnesBack() throws Exception {
        force.setAllOrNoneHeader(true);
        SaveResult[] saved = force.create(new SObject[] {account("Taken back"), account(null)});
        force.clearAllOrNoneHeader();
        assertThat(Arrays.stream(saved).map(result -> result.getErrors()[0].getStatusCode()))
                .containsExactly(StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK, StatusCode.REQUIRED_FIELD_MISSING);
        assertThat(org.count("Account WHERE Name = 'Taken back'")).isZero();
    }

    @Test
    void everyObjectIsDescribedInTheOrderThatItsWsdlWants() throws Exception {
        var global = force.describeGlobal();
        assertThat(global.getSobjects()).hasSizeGreaterThan(40);
        String[] names = Arrays.stream(global.getSobjects())
                .map(object -> object.getName())
                .toArray(String[]::new);
        for (DescribeSObjectResult described : force.describeSObjects(names)) {
            assertThat(described.getFields()).isNotEmpty();
        }
        DescribeSObjectResult contact = force.describeSObject("Contact");
        assertThat(contact.getKeyPrefix()).isEqualTo("003");
        assertThat(contact.getFields())
                .anySatisfy(field -> {
                    assertThat(field.getName()).isEqualTo("AccountId");
                    assertThat(field.getType()).isEqualTo(FieldType.reference);
                    assertThat(field.getReferenceTo()).containsExactly("Account");
                    assertThat(field.getRelationshipName()).isEqualTo("Account");
                })
                .anySatisfy(field -> {
                    assertThat(field.getName()).isEqualTo("LeadSource");
                    assertThat(field.getPicklistValues()).isNotEmpty();
                });
        assertThat(contact.getChildRelationships()).isNotEmpty();
    }

    private static SObject account(@Nullable String name) {
        SObject account = new SObject("Account");
        if (name != null) {
            account.setField("Name", name);
        }
        return account;
    }
}
