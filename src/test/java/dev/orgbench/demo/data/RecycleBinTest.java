package dev.orgbench.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.sample.DemoSize;
import dev.orgbench.demo.sample.SampleOrg;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecycleBinTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static OrgFile file;
    private static Stamp stamp;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, ApiError, SQLException {
        file = OrgFile.open(folder.resolve("org.db"), TestOrg.MID_MONTH, _ -> {});
        file.reshape(
                db -> {
                    new SampleOrg(CATALOGUE, TestOrg.MID_MONTH, DemoSize.SMALL).fill(db);
                    return true;
                },
                db -> {
                    CATALOGUE.load(db);
                    return true;
                });
        stamp = Stamp.of(OrgIdentity.load(file).userId(), TestOrg.MID_MONTH.instant());
    }

    @AfterAll
    static void stop() {
        file.close();
    }

    @Test
    void bringsARecordBackWithWhatWasDeletedWithItAndNothingElse() throws ApiError, SQLException {
        String account = create("Account", "{\"Name\":\"A\"}");
        String below = create("Account", "{\"Name\":\"B\",\"ParentId\":\"" + account + "\"}");
        String gone = create("Contact", "{\"LastName\":\"Gone before\",\"AccountId\":\"" + account + "\"}");
        String contact = create("Contact", "{\"LastName\":\"Goes along\",\"AccountId\":\"" + account + "\"}");
        String task = create("Task", "{\"Subject\":\"T\",\"WhoId\":\"" + contact + "\"}");
        delete("Contact", gone);
        delete("Account", account);
        assertThat(row("Account", below).get("ParentId")).isNull();
        assertThat(isDeleted("Task", task)).isTrue();

        undelete("Account", account);
        assertThat(isDeleted("Account", account)).isFalse();
        assertThat(isDeleted("Contact", contact)).isFalse();
        assertThat(isDeleted("Task", task)).isFalse();
        assertThat(isDeleted("Contact", gone)).isTrue();
        assertThat(row("Account", below).get("ParentId")).isEqualTo(account);
    }

    @Test
    void leavesAReferenceThatWasReplacedMeanwhile() throws ApiError, SQLException {
        String first = create("Account", "{\"Name\":\"1\"}");
        String second = create("Account", "{\"Name\":\"2\"}");
        String below = create("Account", "{\"Name\":\"B\",\"ParentId\":\"" + first + "\"}");
        delete("Account", first);
        file.write(db -> {
            records(db).update(object("Account"), below, input("{\"ParentId\":\"" + second + "\"}"));
            return true;
        });
        undelete("Account", first);
        assertThat(row("Account", below).get("ParentId")).isEqualTo(second);
    }

    @Test
    void bringsNoChildBackWithoutItsParent() throws ApiError, SQLException {
        String account = create("Account", "{\"Name\":\"A\"}");
        String contact = create("Contact", "{\"LastName\":\"C\",\"AccountId\":\"" + account + "\"}");
        delete("Account", account);
        assertThatThrownBy(() -> undelete("Contact", contact)).hasMessageContaining("recycle bin");
        undelete("Account", account);
        assertThat(isDeleted("Contact", contact)).isFalse();
    }

    @Test
    void bringsNothingBackThatIsNotInTheBin() throws ApiError, SQLException {
        String account = create("Account", "{\"Name\":\"A\"}");
        assertThatThrownBy(() -> undelete("Account", account))
                .isInstanceOfSatisfying(
                        ApiError.class, e -> assertThat(e.errorCode()).isEqualTo("UNDELETE_FAILED"));
    }

    @Test
    void bringsNoValueBackThatAnotherRecordTook() throws ApiError, SQLException {
        String account = create("Account", "{\"Name\":\"A\"}");
        String body = "{\"External_Id__c\":\"TAKEN\",\"Account__c\":\"" + account + "\"}";
        String first = create("Acme_Invoice__c", body);
        delete("Acme_Invoice__c", first);
        create("Acme_Invoice__c", body);
        assertThatThrownBy(() -> undelete("Acme_Invoice__c", first)).hasMessageContaining("External_Id__c duplicates");
        assertThat(isDeleted("Acme_Invoice__c", first)).isTrue();
    }

    @Test
    void emptiesTheBin() throws ApiError, SQLException {
        String account = create("Account", "{\"Name\":\"A\"}");
        String contact = create("Contact", "{\"LastName\":\"C\",\"AccountId\":\"" + account + "\"}");
        delete("Account", account);
        file.write(db -> {
            records(db).purge(account);
            return true;
        });
        assertThat(find("Account", account)).isNull();
        assertThat(find("Contact", contact)).isNull();
        assertThatThrownBy(() -> undelete("Account", account)).hasMessageContaining("not in the recycle bin");
        Instant now = TestOrg.MID_MONTH.instant();
        List<Changes.Deleted> log =
                file.read(db -> Changes.deleted(db, object("Account"), now, now.plusSeconds(1), 1000));
        assertThat(log).extracting(Changes.Deleted::id).contains(account);
    }

    private static String create(String object, String json) throws ApiError, SQLException {
        return file.write(db -> records(db).create(object(object), input(json)));
    }

    private static void delete(String object, String id) throws ApiError, SQLException {
        file.write(db -> {
            records(db).delete(object(object), id);
            return true;
        });
    }

    private static void undelete(String object, String id) throws ApiError, SQLException {
        file.write(db -> {
            records(db).undelete(object(object), id);
            return true;
        });
    }

    private static boolean isDeleted(String object, String id) throws ApiError, SQLException {
        return Long.valueOf(1).equals(row(object, id).get("IsDeleted"));
    }

    private static Map<String, @Nullable Object> row(String object, String id) throws ApiError, SQLException {
        return file.read(db -> Rows.find(db, object(object), id).orElseThrow());
    }

    private static @Nullable Object find(String object, String id) throws ApiError, SQLException {
        return file.read(db -> Rows.find(db, object(object), id)).orElse(null);
    }

    private static Records records(Connection db) {
        return new Records(db, CATALOGUE.schema(), stamp);
    }

    private static SObject object(String name) {
        return CATALOGUE.schema().object(name).orElseThrow();
    }

    private static RecordInput input(String json) throws ApiError {
        return RecordInput.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
