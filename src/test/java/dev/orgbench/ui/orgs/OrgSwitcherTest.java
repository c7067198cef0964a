package dev.orgbench.ui.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.StandInBrowser;
import dev.orgbench.salesforce.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Orgs by mouse and keyboard, on a real demo org with its real login page. */
@ExtendWith(ApplicationExtension.class)
class OrgSwitcherTest {
    private final StandInBrowser person = new StandInBrowser();
    private final OrgsOnDisk on;
    private @Nullable SwitcherOnStage shown;
    private volatile boolean allows = true;
    private volatile boolean hasBrowser = true;

    OrgSwitcherTest(@TempDir Path folder) throws Exception {
        on = new OrgsOnDisk(folder);
        on.orgs.add(on.demo.uri(), new SignIn.PastedSession(on.demo.accessToken()));
    }

    @Start
    void start(Stage stage) {
        shown = new SwitcherOnStage(
                stage, on, on.builtIn, this::browse, () -> new SecretPlace(true, "the Stand-in"), "light", 960, 700);
    }

    @AfterEach
    void stop() {
        person.close();
        on.close();
    }

    @Test
    void anOrgIsConnectedByTheBrowserAndOpened(FxRobot robot) throws Exception {
        openSheet(robot);
        chooseDemo(robot);
        robot.clickOn("#connect");

        until(() -> !window().opened.isEmpty());
        assertThat(window().opened).singleElement().extracting(Org::label).isEqualTo("Brightwater Instruments");
        until(() -> robot.lookup(".connect-sheet").tryQuery().isEmpty());
        assertThat(toast(robot)).startsWith("Connected Brightwater").endsWith("as alex.morgan@brightwater.example");
    }

    @Test
    void whoDeniesIsToldAndMayTryAgain(FxRobot robot) throws Exception {
        allows = false;
        openSheet(robot);
        chooseDemo(robot);
        robot.clickOn("#connect");
        until(() -> text(robot, "#connect").equals("Back"));

        assertThat(banner(robot)).contains("Access was denied in the browser");
        assertThat(robot.lookup("Wait until you allow access there")
                        .queryLabeled()
                        .getAccessibleText())
                .startsWith("Failed: ");
        allows = true;
        robot.clickOn("#connect");
        until(() -> text(robot, "#connect").equals("Open the browser"));
        robot.clickOn("#connect");
        until(() -> !window().opened.isEmpty());
    }

    @Test
    void whereNoBrowserOpensTheAddressIsCopiedAndTheWaitCancelled(FxRobot robot) throws Exception {
        hasBrowser = false;
        openSheet(robot);
        chooseDemo(robot);
        robot.clickOn("#connect");
        until(() -> robot.lookup("Wait until you allow access there").tryQuery().isPresent());

        robot.clickOn("Copy the address");
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();
        assertThat(copied).startsWith(on.demo.uri() + "/services/oauth2/authorize?response_type=code");
        robot.clickOn("#connect-cancel");

        until(() -> text(robot, "#connect").equals("Open the browser"));
        assertThat(window().labels()).hasSize(2);
    }

    @Test
    void aPastedSessionIsCheckedBeforeItIsTaken(FxRobot robot) throws Exception {
        openSheet(robot);
        robot.clickOn("Paste a session");
        assertThat(robot.lookup("#connect").query().isDisabled()).isTrue();
        robot.clickOn("#org-address").write(on.demo.uri().toString());
        robot.clickOn("#session-id").write("00D000000000000!nope");
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#connect").equals("Back"));
        assertThat(banner(robot)).contains("does not take this session");

        robot.clickOn("#connect");
        until(() -> text(robot, "#connect").equals("Connect"));
        TextField session = robot.lookup("#session-id").query();
        robot.interact(() -> session.setText(on.demo.accessToken()));
        robot.clickOn("#connect");

        // The same user of the same org: a new sign-in, not another org.
        until(() -> !window().opened.isEmpty());
        assertThat(window().labels()).containsExactly("Demo org", "Brightwater Instruments");
    }

    @Test
    void whatIsTypedIsJudgedAtOnce(FxRobot robot) throws Exception {
        openSheet(robot);
        robot.clickOn("Paste a session");
        robot.clickOn("#org-address").write("https://evil.example");
        until(() -> robot.lookup(".field-problem").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().contains("does not live at")));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("acme.lightning.force.com");
        until(() -> robot.lookup(".field-note").queryAll().stream()
                .anyMatch(node -> node.isVisible()
                        && ((Labeled) node).getText().equals("Orgbench will talk to https://acme.my.salesforce.com")));
        assertThat(text(robot, "#secret-place")).isEqualTo("Sign-ins are kept in the Stand-in.");
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup(".connect-sheet").tryQuery().isEmpty());
    }

    @Test
    void anotherOrgIsOpenedByTheKeyboardAlone(FxRobot robot) throws Exception {
        robot.interact(() -> window().switcher.requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup(".org-menu").tryQuery().isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE);

        until(() -> !window().opened.isEmpty());
        assertThat(window().opened).extracting(Org::label).containsExactly("Brightwater Instruments");
        assertThat(robot.lookup(".org-menu").tryQuery()).isEmpty();
    }

    @Test
    void escClosesTheMenuAndGivesTheFocusBack(FxRobot robot) throws Exception {
        openMenu(robot);
        robot.type(KeyCode.ESCAPE);

        until(() -> robot.lookup(".org-menu").tryQuery().isEmpty());
        assertThat(window().switcher.isFocused()).isTrue();
    }

    @Test
    void aPressElsewhereClosesTheMenu(FxRobot robot) throws Exception {
        openMenu(robot);
        robot.clickOn(window().switcher.getScene().getWindow().getX() + 900, 500);

        until(() -> robot.lookup(".org-menu").tryQuery().isEmpty());
    }

    @Test
    void disconnectingAsksFirst(FxRobot robot) throws Exception {
        choose(robot, "More for Brightwater Instruments", "Disconnect…");
        assertThat(robot.lookup("Disconnect Brightwater Instruments?").tryQuery())
                .isPresent();
        robot.clickOn("Cancel");
        assertThat(window().labels()).hasSize(2);

        choose(robot, "More for Brightwater Instruments", "Disconnect…");
        robot.clickOn("#confirm");

        until(() -> window().labels().size() == 1);
        until(() -> toast(robot).equals("Brightwater Instruments is disconnected"));
    }

    @Test
    void anOrgIsRenamedInPlace(FxRobot robot) throws Exception {
        choose(robot, "More for Demo org", "Rename…");
        robot.clickOn("#org-new-name").push(KeyCode.CONTROL, KeyCode.A).write("Brightwater Instruments");
        until(() -> robot.lookup("#org-rename").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Playground").type(KeyCode.ENTER);

        until(() -> text(robot, ".org-switcher .org-name").equals("Playground"));
        assertThat(window().switcher.getAccessibleText()).contains("Playground").contains("demo");
    }

    @Test
    void theDemoOrgIsResetOnlyWhenAsked(FxRobot robot) throws Exception {
        int before = on.accounts();
        on.builtIn
                .connection()
                .as(exchange -> {})
                .create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Mine"));
        assertThat(on.accounts()).isEqualTo(before + 1);
        openMenu(robot);
        robot.clickOn("#demo-reset");
        robot.clickOn("#confirm");

        until(() -> toast(robot).equals("The demo org is back at its first day"));
        assertThat(on.accounts()).isEqualTo(before);
    }

    @Test
    void troubleOnPurposeIsSwitchedOnAndSeenInTheBar(FxRobot robot) throws Exception {
        openMenu(robot);
        robot.clickOn("#trouble-REQUEST_LIMIT");

        until(() -> on.controls.has(DemoControls.Trouble.REQUEST_LIMIT));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("on purpose: daily limit reached").query().isVisible())
                .isTrue();
        openMenu(robot);
        robot.clickOn("#trouble-REQUEST_LIMIT");
        until(() -> !robot.lookup("on purpose: daily limit reached").query().isVisible());
    }

    private SwitcherOnStage window() {
        return Objects.requireNonNull(shown);
    }

    private void browse(URI page) throws IOException {
        if (!hasBrowser) {
            throw new IOException("no browser here");
        }
        if (allows) {
            person.allow(page);
        } else {
            person.deny(page);
        }
    }

    private static void openMenu(FxRobot robot) throws TimeoutException {
        robot.clickOn("#org-switcher");
        until(() -> robot.lookup(".org-menu").tryQuery().isPresent());
    }

    private static void openSheet(FxRobot robot) throws TimeoutException {
        openMenu(robot);
        robot.clickOn("#connect-org");
        until(() -> robot.lookup(".connect-sheet").tryQuery().isPresent());
    }

    private static void chooseDemo(FxRobot robot) {
        robot.clickOn(robot.lookup(".segment")
                .match(node -> ((Labeled) node).getText().equals("Demo org"))
                .<Node>query());
    }

    private static void choose(FxRobot robot, String menu, String item) throws TimeoutException {
        openMenu(robot);
        Node more = robot.lookup(".org-row-more")
                .match(node -> menu.equals(node.getAccessibleText()))
                .query();
        robot.clickOn(more).clickOn(item);
    }

    private static String banner(FxRobot robot) {
        return String.valueOf(
                robot.lookup(".connect-sheet .problem-banner").query().getAccessibleText());
    }

    private static String toast(FxRobot robot) {
        return robot.lookup(".toast").tryQuery().map(Node::getAccessibleText).orElse("");
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, seen);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
