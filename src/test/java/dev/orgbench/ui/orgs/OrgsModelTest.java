package dev.orgbench.ui.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.Reach;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.ui.kit.SameThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgsModelTest {
    @TempDir
    Path folder;

    private final List<Org> opened = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private OrgsOnDisk on;
    private OrgsModel model;
    private ConnectedOrg pasted;

    @BeforeEach
    void start() throws Exception {
        on = new OrgsOnDisk(folder);
        model = new OrgsModel(on.orgs, on.controls, new SameThread(), Runnable::run, opened::add);
        pasted = on.orgs.add(on.demo.uri(), new SignIn.PastedSession(on.demo.accessToken()));
    }

    @AfterEach
    void stop() {
        model.close();
        on.close();
    }

    @Test
    void orgsComeAndGoAndChangeByThemselves() throws Exception {
        assertThat(labels()).containsExactly("Demo org", "Brightwater Instruments");
        assertThat(model.find("demo").orElseThrow().reach()).isEqualTo(Reach.UNKNOWN);

        on.accounts();
        assertThat(model.find("demo").orElseThrow().reach()).isEqualTo(Reach.CONNECTED);
        on.orgs.disconnect(pasted.org().id());
        assertThat(labels()).containsExactly("Demo org");
    }

    @Test
    void aNameIsNeitherEmptyNorAnothers() {
        assertThat(model.nameProblem("demo", "  ")).isPresent();
        assertThat(model.nameProblem("demo", " Brightwater Instruments ")).isPresent();
        assertThat(model.nameProblem("demo", "Demo org")).isEmpty();
        assertThat(model.nameProblem("demo", "Démo 😀 تجريبي")).isEmpty();

        model.rename("demo", "Démo 😀 تجريبي");

        assertThat(labels()).contains("Démo 😀 تجريبي");
    }

    @Test
    void anOrgIsOpenedAsItIsCalledNow() {
        model.rename(pasted.org().id(), "Acme");

        model.open(pasted.org());

        assertThat(opened).singleElement().extracting(Org::label).isEqualTo("Acme");
    }

    @Test
    void disconnectingTellsWhenItIsDone() {
        model.disconnect(pasted.org().id(), () -> done.add("gone"));

        assertThat(done).containsExactly("gone");
        assertThat(labels()).containsExactly("Demo org");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aResetThatFailsIsToldAndTheNextTryForgetsIt() throws Exception {
        int before = on.accounts();
        on.builtIn
                .connection()
                .as(exchange -> {})
                .create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Mine"));
        assertThat(on.accounts()).isEqualTo(before + 1);

        model.reset(() -> done.add("reset"));

        assertThat(done).containsExactly("reset");
        assertThat(on.accounts()).isEqualTo(before);
        on.demo.close();
        model.reset(() -> done.add("again"));
        assertThat(done).containsExactly("reset");
        assertThat(String.valueOf(model.problemProperty().get())).contains("could not be reset");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void troublesAreShownAsTheyAre() {
        model.set(DemoControls.Trouble.SLOW, true);
        model.set(DemoControls.Trouble.ROW_LOCK, true);
        model.set(DemoControls.Trouble.SLOW, false);

        assertThat(model.troubles()).containsExactly(DemoControls.Trouble.ROW_LOCK);
        assertThat(on.controls.has(DemoControls.Trouble.ROW_LOCK)).isTrue();
        assertThat(model.isDemo(on.builtIn)).isTrue();
        assertThat(model.isDemo(pasted.org())).isFalse();
    }

    @Test
    void endedSessionsAreRenewedByThoseWhoCan() throws Exception {
        on.accounts();

        model.expireSessions(() -> done.add("expired"));

        assertThat(done).containsExactly("expired");
        assertThat(on.accounts()).isPositive();
    }

    private List<String> labels() {
        return model.all().stream().map(ConnectedOrg::org).map(Org::label).toList();
    }
}
