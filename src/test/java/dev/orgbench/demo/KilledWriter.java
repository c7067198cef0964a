package dev.orgbench.demo;

import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A process that writes an account with its contact in one transaction, again and again, and says the name of each that was
 * written, until it is killed.
 */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) throws IOException, ApiError, SQLException {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (OrgFile file = OrgFile.open(Path.of(args[0]), TestOrg.MID_MONTH, _ -> {})) {
            Catalogue catalogue = new Catalogue();
            file.read(db -> {
                catalogue.load(db);
                return true;
            });
            Stamp stamp = Stamp.of(OrgIdentity.load(file).userId(), TestOrg.MID_MONTH.instant());
            for (int i = 0; ; i++) {
                String name = "Pair " + args[1] + "." + i;
                file.write(db -> {
                    Records records = new Records(db, catalogue.schema(), stamp);
                    String account = records.create(object(catalogue, "Account"), json("{\"Name\":\"" + name + "\"}"));
                    return records.create(
                            object(catalogue, "Contact"),
                            json("{\"LastName\":\"" + name + "\",\"AccountId\":\"" + account + "\"}"));
                });
                said.println(name);
            }
        }
    }

    private static SObject object(Catalogue catalogue, String name) {
        return catalogue.schema().object(name).orElseThrow();
    }

    private static RecordInput json(String text) throws ApiError {
        return RecordInput.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
