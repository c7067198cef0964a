package dev.orgbench.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.VirtualThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    Path folder;

    private final GridModel model = new GridModel(new SameThread());
    private final Export export = new Export(new SameThread(), Runnable::run);

    @Test
    void csvHasAllRows_alsoThoseThatWereNotLoaded() throws IOException {
        model.show(Pages.ofAccounts(4_500), Columns::in);
        Path file = folder.resolve("accounts.csv");
        export.start(ExportFormat.CSV, file, model.columns(), model.allRows());

        assertThat(export.stateProperty().get()).isEqualTo(new Export.State.Written(file, 4_500));
        assertThat(Files.readAllLines(file))
                .hasSize(4_501)
                .startsWith("Id,Name,Employees", "001000000000000AAA,Account 0,0");
        assertThat(model.lines()).hasSize(2_000);
    }

    @Test
    void csvForExcelBeginsWithTheMark_andQuotesWhatItMust() throws IOException {
        model.show(new Pages(1, i -> Pages.account(i).put("Name", "Müller, \"Zoë\"\n日本")), Columns::in);
        Path file = folder.resolve("x.csv");
        export.start(ExportFormat.CSV_WITH_BOM, file, model.columns(), model.allRows());
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"Müller, \"\"Zoë\"\"\n日本\"");
    }

    @Test
    void jsonKeepsEveryDigit_andLeavesAttributesOut() throws IOException {
        RowSource one = new Pages(1, i -> {
            try {
                return (ObjectNode)
                        RowStore.JSON.readTree(
                                "{\"attributes\":{\"type\":\"A\"},\"Amount\":0.10,\"Big\":12345678901234567890.5,\"None\":null}");
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
        model.show(one, Columns::in);
        Path file = folder.resolve("x.json");
        export.start(ExportFormat.JSON, file, model.columns(), model.allRows());
        String text = Files.readString(file);
        assertThat(text).contains("0.10", "12345678901234567890.5").doesNotContain("attributes");
        JsonNode list = new JsonMapper().readTree(text);
        assertThat(list).hasSize(1);
        assertThat(list.path(0).get("None").isNull()).isTrue();
    }

    @Test
    void xlsxIsAWorkbookWithNumbersAsNumbers() throws IOException {
        model.show(Pages.ofAccounts(2_100), Columns::in);
        Path file = folder.resolve("x.xlsx");
        export.start(ExportFormat.XLSX, file, model.columns(), model.allRows());
        assertThat(export.stateProperty().get()).isInstanceOf(Export.State.Written.class);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("<v>2099</v>").contains("r=\"2101\"");
        }
    }

    @Test
    void aFailureLeavesNothingBehind_andAnOlderFileAsItWas() throws IOException {
        Pages pages = Pages.ofAccounts(4_000);
        model.show(pages, Columns::in);
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        pages.failOnce();
        export.start(ExportFormat.CSV, file, model.columns(), model.allRows());

        assertThat(export.stateProperty().get()).isInstanceOf(Export.State.Failed.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void cancelledItLeavesNothingBehind() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        model.show(Pages.ofAccounts(4_000), Columns::in);
        AllRows rows = model.allRows();
        RowSource hanging = new RowSource() {
            @Override
            public Page first() {
                throw new AssertionError("was loaded");
            }

            @Override
            public Page next(String cursor) throws InterruptedException {
                begun.countDown();
                try {
                    never.await();
                } finally {
                    ended.countDown();
                }
                throw new AssertionError("was cancelled");
            }
        };
        LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
        Export inBackground = new Export(new VirtualThreads(screen::add), Runnable::run);
        inBackground.start(
                ExportFormat.JSON,
                folder.resolve("x.json"),
                model.columns(),
                new AllRows(rows.store(), rows.loaded(), rows.gone(), hanging, "2000", 4_000));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(inBackground.cancel()).isTrue();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        // Its outcome comes after the file is gone, and is dropped.
        screen.take().run();
        assertThat(inBackground.stateProperty().get()).isEqualTo(new Export.State.Idle());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void copiesAreWhatTheirNamesSay() {
        model.show(new Pages(2, i -> Pages.account(i).put("Name", i == 0 ? "O'Neil\tx" : "b")), Columns::in);
        List<JsonNode> records = List.of(model.store().get(0), model.store().get(1));
        GridColumn id = model.columns().get(0);
        GridColumn name = model.columns().get(1);
        assertThat(CopyFormat.TSV.text(records, List.of(name, id)))
                .isEqualTo("Name\tId\nO'Neil x\t001000000000000AAA\nb\t001000000000001AAA\n");
        assertThat(CopyFormat.IN_LIST.text(records, List.of(name))).isEqualTo("('O\\'Neil\tx', 'b')");
        assertThat(CopyFormat.JSON.text(records, List.of(name)))
                .contains("\"Id\": \"001000000000000AAA\"")
                .doesNotContain("attributes");
        assertThat(CopyFormat.CSV.text(records, List.of(id))).startsWith("Id\r\n001000000000000AAA\r\n");
    }
}
