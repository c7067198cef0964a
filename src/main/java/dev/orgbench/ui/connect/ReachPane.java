package dev.orgbench.ui.connect;

import dev.orgbench.connect.doctor.Check;
import dev.orgbench.connect.tunnel.Finding;
import dev.orgbench.connect.tunnel.TunnelKind;
import dev.orgbench.connect.tunnel.TunnelState;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.PageLink;
import dev.orgbench.ui.kit.ProblemBanner;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Public reach: which tunnels are there, the one that is open, and the red mark as long as it is. */
final class ReachPane extends VBox {
    private final ConnectModel model;
    private final ReachModel reach;
    private final Desk desk;
    private final VBox kinds = new VBox(6);
    private final OwnTunnel own;
    private final HBox doing = new HBox(8);
    private final ProblemBanner problem = new ProblemBanner();

    ReachPane(ConnectModel model, Desk desk) {
        this.model = model;
        this.reach = model.reach();
        this.desk = desk;
        own = new OwnTunnel(reach);
        getStyleClass().add("reach-pane");
        doing.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(kinds, own, problem, doing);
        reach.findings().addListener((MapChangeListener<String, Finding>) change -> showKinds());
        reach.kindProperty().addListener((property, before, now) -> showState());
        reach.stateProperty().addListener((property, before, now) -> showState());
        model.serverProperty().addListener((property, before, now) -> showState());
        reach.confirmationProperty().addListener((property, before, now) -> showState());
        reach.problemProperty().addListener((property, before, now) -> problem.show(now));
        problem.show(reach.problemProperty().get());
        showKinds();
        showState();
        reach.look();
    }

    private void showKinds() {
        ToggleGroup group = new ToggleGroup();
        kinds.getChildren().clear();
        for (TunnelKind kind : reach.kinds()) {
            kinds.getChildren().add(line(radio(kind.id(), kind.name(), group), about(kind)));
        }
        kinds.getChildren()
                .add(line(
                        radio(TunnelKind.OWN, "Own command", group),
                        new Label("Tailscale, SSH, dev tunnels, or yours.")));
    }

    private RadioButton radio(String id, String name, ToggleGroup group) {
        RadioButton radio = new RadioButton(name);
        radio.setId("tunnel-" + id);
        radio.setToggleGroup(group);
        radio.setMinWidth(120);
        radio.setSelected(reach.kindProperty().get().equals(id));
        radio.setOnAction(press -> reach.kindProperty().set(id));
        return radio;
    }

    private Node about(TunnelKind kind) {
        return switch (reach.findings().get(kind.id())) {
            case null -> new Label("Looking for it…");
            case Finding.Found found -> {
                Label words = new Label(kind.about());
                words.setTooltip(new Tooltip(found.program() + "\n" + found.version()));
                HBox line = new HBox(8, new Badge("found", Badge.Tone.GOOD), words);
                line.setAlignment(Pos.CENTER_LEFT);
                yield line;
            }
            case Finding.Faulty faulty -> {
                HBox line = new HBox(8, new Badge("faulty", Badge.Tone.CAUTION), new Label(faulty.why()));
                line.setAlignment(Pos.CENTER_LEFT);
                yield line;
            }
            case Finding.Missing _ -> {
                String command = reach.installCommand(kind);
                HBox line = new HBox(4);
                line.setAlignment(Pos.CENTER_LEFT);
                if (!command.isEmpty()) {
                    line.getChildren()
                            .addAll(
                                    new Label("Not found. Install: " + command),
                                    new CopyButton("", "Copy how to install " + kind.name(), () -> command));
                } else {
                    line.getChildren().add(new Label("Not found."));
                }
                if (kind.page() != null) {
                    line.getChildren().add(new PageLink("How to install it", kind.page(), desk));
                }
                yield line;
            }
        };
    }

    private static Node line(RadioButton radio, Node about) {
        if (about instanceof Label label) {
            label.getStyleClass().add("tunnel-about");
        } else {
            about.lookupAll(".label").forEach(label -> {
                if (!(label instanceof Badge)) {
                    label.getStyleClass().add("tunnel-about");
                }
            });
        }
        HBox line = new HBox(8, radio, about);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showState() {
        TunnelState state = reach.stateProperty().get();
        boolean free = state instanceof TunnelState.Off || state instanceof TunnelState.Failed;
        boolean owns = reach.kindProperty().get().equals(TunnelKind.OWN);
        kinds.setDisable(!free);
        kinds.setVisible(!(state instanceof TunnelState.Up));
        kinds.setManaged(kinds.isVisible());
        own.setVisible(owns && free);
        own.setManaged(owns && free);
        doing.getChildren()
                .setAll(
                        switch (state) {
                            case TunnelState.Off _ -> new Node[] {start()};
                            case TunnelState.Failed _ -> new Node[] {start()};
                            case TunnelState.Starting starting ->
                                new Node[] {
                                    spinner(),
                                    new Label("Starting " + starting.kind().name() + "…"),
                                    stop("Cancel")
                                };
                            case TunnelState.Up up -> new Node[] {up(up)};
                        });
    }

    private Node start() {
        Button start = new Button("Start tunnel");
        start.setId("start-tunnel");
        start.getStyleClass().add("success");
        start.setOnAction(press -> reach.whenThere(() -> {
            if (reach.needsExpiry()) {
                askExpiry();
            } else {
                reach.start();
            }
        }));
        return start;
    }

    private void askExpiry() {
        new ExpirySheet(model, desk).open();
    }

    private Button stop(String word) {
        Button stop = new Button(word);
        stop.setId("stop-tunnel");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(press -> reach.stop());
        return stop;
    }

    private Node up(TunnelState.Up up) {
        Label url = new Label(up.publicBase().toString());
        url.setId("public-url");
        url.getStyleClass().add("value-chip");
        url.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        url.setMinWidth(80);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Badge mark = new Badge("public", Badge.Tone.BAD);
        mark.setId("public-mark");
        HBox first = new HBox(8, mark, url, gap, stop("Stop"));
        first.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(6, first, reach.needsExpiry() ? expiryMissing() : confirmation());
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    private Node expiryMissing() {
        Label words = new Label("This server never expires, so it is not handed over by a public URL.");
        words.getStyleClass().add("reach-bad");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button give = new Button("Give it an expiry…");
        give.setId("give-expiry");
        give.getStyleClass().add("small");
        give.setMinWidth(Region.USE_PREF_SIZE);
        give.setOnAction(press -> askExpiry());
        HBox line = new HBox(8, words, give);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node confirmation() {
        return switch (reach.confirmationProperty().get()) {
            case ReachModel.Confirmation.None _ -> new Region();
            case ReachModel.Confirmation.UnderWay _ -> {
                HBox line = new HBox(8, spinner(), new Label("Calling it from outside, as an agent will…"));
                line.setAlignment(Pos.CENTER_LEFT);
                yield line;
            }
            case ReachModel.Confirmation.Done(Check check) -> {
                boolean good = check.outcome() == Check.Outcome.GOOD;
                Label words = new Label(good ? "Answers from outside, " + check.detail() + "." : check.remedy());
                words.setId("confirmation");
                words.setWrapText(true);
                words.getStyleClass().add(good ? "reach-good" : "reach-bad");
                HBox.setHgrow(words, Priority.ALWAYS);
                words.setMaxWidth(Double.MAX_VALUE);
                HBox line = new HBox(8, words);
                line.setAlignment(Pos.CENTER_LEFT);
                if (!good) {
                    Button again = new Button("Check again");
                    again.getStyleClass().add("small");
                    again.setMinWidth(Region.USE_PREF_SIZE);
                    again.setOnAction(press -> reach.confirm());
                    line.getChildren().add(again);
                }
                yield line;
            }
        };
    }

    private static Node spinner() {
        return Icons.turning("Under way");
    }
}
