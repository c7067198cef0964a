package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.SameThread;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedCallsTest {
    @TempDir
    private Path folder;

    @Test
    void aCallIsAFileThatReadsWell_inTheOrderItWasWritten() throws Exception {
        calls().save(
                        new SavedCall(
                                "My calls", "Große Aufträge 🙂", "a_tool", json("{\"z\":1.10,\"a\":{\"n\":null}}")),
                        false);

        Path file = folder.resolve("My calls").resolve("Große Aufträge 🙂.json");
        assertThat(file).hasContent("""
                {
                  "tool": "a_tool",
                  "arguments": {
                    "z": 1.10,
                    "a": {
                      "n": null
                    }
                  }
                }
                """);
        assertThat(JsonText.compact(calls().list().calls().getFirst().arguments()))
                .isEqualTo("{\"z\":1.10,\"a\":{\"n\":null}}");
    }

    @Test
    void anotherIsNeverOverwrittenUnasked() throws Exception {
        calls().save(call("one"), false);

        assertThatThrownBy(() -> calls().save(call("one"), false)).isInstanceOf(FileAlreadyExistsException.class);
        calls().save(call("two"), false);
        assertThatThrownBy(() -> calls().rename(call("two"), "c", "one"))
                .isInstanceOf(FileAlreadyExistsException.class);
        calls().save(call("one"), true);
        assertThat(calls().list().calls()).extracting(SavedCall::name).containsExactly("one", "two");
    }

    @Test
    void renamingAndDeletingLeaveNoEmptyCollection() throws Exception {
        calls().save(call("one"), false);
        calls().rename(call("one"), "other", "uno");
        assertThat(folder.resolve("c")).doesNotExist();

        calls().delete(new SavedCall("other", "uno", "a_tool", json("{}")));
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void aFileThatIsNoCallSaysWhy_andTheOthersLiveOn() throws Exception {
        calls().save(call("good"), false);
        Files.writeString(folder.resolve("c/half.json"), "{\"tool\":");
        Files.writeString(folder.resolve("c/none.json"), "{\"tool\":\"x\"}");
        Files.write(folder.resolve("c/bytes.json"), new byte[] {(byte) 0xff, 0, 1});
        Files.writeString(folder.resolve("c/notes.txt"), "not ours");

        SavedCallsModel model = new SavedCallsModel(calls(), new SameThread());
        model.refresh();

        assertThat(calls().list().calls()).hasSize(1);
        assertThat(model.rows().stream().filter(SavedCallsModel.Row.Broken.class::isInstance))
                .hasSize(3);
        assertThat(model.rows().getFirst()).isEqualTo(new SavedCallsModel.Row.Collection("c", 1));
        assertThat(model.has("C", "GOOD")).isTrue();
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        SavedCallsModel model = new SavedCallsModel(new SavedCalls(file.resolve("calls")), new SameThread());

        model.save(call("one"), false, () -> {});

        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(model.problemProperty().get().message()).contains("cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".hidden", "a/b", "a\\b", "C:", "what?", "a\nb", "con", "ends.", "tab\t"})
    void namesThatAreNoFileNamesAreRefused(String name) {
        assertThat(SavedCalls.fault(name)).isNotEmpty();
        assertThatThrownBy(() -> calls().save(new SavedCall("c", name, "a_tool", json("{}")), false))
                .isInstanceOf(IOException.class);
    }

    private SavedCalls calls() {
        return new SavedCalls(folder);
    }

    private static SavedCall call(String name) throws JsonText.Malformed {
        return new SavedCall("c", name, "a_tool", json("{\"a\":1}"));
    }

    private static ObjectNode json(String text) throws JsonText.Malformed {
        return JsonText.parseObject(text);
    }
}
