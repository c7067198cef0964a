package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.complete.Proposal;
import dev.orgbench.soql.hover.Hover;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/**
 * Where SOQL is written. It is read and checked in the background while one types; what is wrong is underlined and told
 * in the corner (Alt+Enter mends it), what may stand at the caret is proposed (Ctrl+Space asks), and the pointer tells
 * what a word means.
 */
public final class SoqlEditor extends StackPane {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused-within");
    private static final double CHECK_AFTER_MILLIS = 140;
    private static final int HOVER_AFTER_MILLIS = 350;

    private final CodeArea area = new CodeArea();
    private final AreaText text = new AreaText(area);
    private final Schema schema;
    private final Latest checking;
    private final Latest proposing;
    private final Latest hovering;
    private final Problems problems = new Problems();
    private final Paint paint = new Paint(area, problems);
    private final ProposalPopup proposals = new ProposalPopup(area, this::take);
    private final HoverPopup hover = new HoverPopup();
    private final ProblemCard card = new ProblemCard(this::apply);
    private final PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(CHECK_AFTER_MILLIS));
    private final boolean inForm;
    private @Nullable Problem refusal;
    /** Counts changes of the text: what was found out about an older one is dropped. */
    private long changes;
    /** Where proposals were asked for and there were none: those to come when more of the org is known. */
    private int unanswered = -1;

    private SoqlEditor(Schema schema, Background background, String name, boolean inForm) {
        this.schema = schema;
        this.checking = new Latest(background);
        this.proposing = new Latest(background);
        this.hovering = new Latest(background);
        this.inForm = inForm;
        getStyleClass().addAll("code-editor", "soql-editor");
        area.setAccessibleText(name);
        area.setFocusTraversable(true);
        area.plainTextChanges().subscribe(this::changed);
        area.focusedProperty().addListener((property, before, now) -> {
            pseudoClassStateChanged(FOCUSED, now);
            if (!now) {
                proposals.hide();
                hover.hide();
            }
        });
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        area.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        pause.setOnFinished(over -> recheck());
        setUpHover();
    }

    /** An editor that fills its room, with line numbers. Tab indents; Ctrl+Tab leaves it. */
    public static SoqlEditor filling(Schema schema, Background background, String name) {
        SoqlEditor editor = new SoqlEditor(schema, background, name, false);
        editor.getStyleClass().add("code-filling");
        LineNumbers.before(editor.area);
        editor.getChildren().addAll(new VirtualizedScrollPane<>(editor.area), editor.card);
        StackPane.setAlignment(editor.card, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(editor.card, new Insets(0, 16, 10, 16));
        return editor;
    }

    /** An editor as high as its text, from {@code lines} lines upward, as a field of a form. Tab leaves it. */
    public static SoqlEditor field(Schema schema, Background background, String name, int lines) {
        SoqlEditor editor = new SoqlEditor(schema, background, name, true);
        editor.getStyleClass().add("code-field");
        // In the corner it would lie over a text of few lines.
        editor.card.managedProperty().bind(editor.card.visibleProperty());
        editor.card.setMaxWidth(Double.MAX_VALUE);
        editor.getChildren().add(new VBox(6, CodeField.of(editor.area, lines), editor.card));
        return editor;
    }

    /** The text; fires with every keystroke. */
    public ObservableValue<String> textProperty() {
        return text.property();
    }

    /** Where the caret is; fires when it moves. */
    public ObservableValue<Integer> caretProperty() {
        return area.caretPositionProperty();
    }

    /** The chosen stretch of the text; empty where nothing is chosen. */
    public Range selection() {
        IndexRange chosen = area.getSelection();
        return new Range(chosen.getStart(), chosen.getEnd());
    }

    /** Replaces the text and puts the caret to {@code caret}; undo does not go back past it. */
    public void show(String now, int caret) {
        if (!now.equals(text.get())) {
            area.replaceText(now);
            area.getUndoManager().forgetHistory();
        }
        area.moveTo(Math.clamp(caret, 0, area.getLength()));
        area.requestFollowCaret();
    }

    /** Replaces the text; undo brings the old one back. */
    public void replace(String now) {
        if (!now.equals(text.get())) {
            area.getUndoManager().preventMerge();
            area.replaceText(now);
        }
    }

    /** Puts a text in the place of what is chosen, or at the caret. */
    public void insert(String words) {
        area.replaceSelection(words);
        area.requestFocus();
    }

    /** Puts the keyboard here. */
    public void focusText() {
        area.requestFocus();
    }

    /** Shows what the org said against the text, until the text is changed. Null takes it back. */
    public void showRefusal(@Nullable Problem problem) {
        refusal = problem;
        if (problem != null) {
            area.moveTo(Math.min(problem.range().start(), area.getLength()));
            area.requestFollowCaret();
        }
        recheck();
    }

    /** Checks again, as when more of the org has become known. */
    public void recheck() {
        if (unanswered == area.getCaretPosition()) {
            propose(true);
        }
        String checked = text.get();
        long of = changes;
        checking.ask(() -> Checker.check(checked, schema), found -> {
            if (of != changes) {
                return;
            }
            List<Problem> all = new ArrayList<>(found);
            Problem said = refusal;
            // Ours about the same word is plainer, and knows what would mend it.
            if (said != null && found.stream().noneMatch(ours -> touch(ours.range(), said.range()))) {
                all.addFirst(said);
            }
            List<Problem> before = problems.all();
            problems.set(all);
            paint.problems(before);
            showCard();
        });
    }

    /** Brings the text into the house's form. */
    public void format() {
        String before = text.get();
        long of = changes;
        checking.ask(() -> Soql.format(before), formatted -> {
            if (of == changes && !formatted.equals(before)) {
                // Undo takes back this alone.
                area.getUndoManager().preventMerge();
                area.replaceText(formatted);
                area.moveTo(Math.min(area.getCaretPosition(), formatted.length()));
            }
            recheck();
        });
    }

    /** Mends the problem nearest to the caret, if it can be mended by a single change. */
    public void fix() {
        problems.nearest(area.getCaretPosition())
                .flatMap(problem -> problem.fixes().stream().findFirst())
                .ifPresent(this::apply);
    }

    /** Whether the list of proposals is open: Esc closes that first. */
    public boolean isProposing() {
        return proposals.isShowing();
    }

    /** Proposes what may stand at the caret. */
    public void propose() {
        propose(true);
    }

    private void propose(boolean asked) {
        String typed = text.get();
        int caret = area.getCaretPosition();
        long of = changes;
        proposing.ask(() -> Completion.at(typed, caret, schema), found -> {
            if (of == changes && caret == area.getCaretPosition()) {
                boolean told = !asked
                        && found.size() == 1
                        && found.getFirst().applyTo(typed).equals(typed);
                proposals.show(told ? List.of() : found);
                unanswered = asked && found.isEmpty() ? caret : -1;
            }
        });
    }

    private void take(Proposal proposal) {
        area.replaceText(proposal.replace().start(), proposal.replace().end(), proposal.insert());
        area.moveTo(proposal.replace().start() + proposal.caret());
        area.requestFocus();
        if (proposal.again()) {
            propose(false);
        }
    }

    private void apply(Fix fix) {
        area.replaceText(fix.range().start(), Math.min(fix.range().end(), area.getLength()), fix.replacement());
        area.requestFocus();
        recheck();
    }

    private void changed(PlainTextChange change) {
        refusal = null;
        unanswered = -1;
        changes++;
        problems.changed(
                change.getPosition(),
                change.getRemoved().length(),
                change.getInserted().length());
        paint.text(change.getPosition(), change.getInsertionEnd());
        hover.hide();
        pause.playFromStart();
    }

    private void caretMoved() {
        int caret = area.getCaretPosition();
        paint.pair(Brackets.at(text.get(), caret));
        if (card.isVisible()) {
            showCard();
        }
    }

    private void showCard() {
        // What the org said stands elsewhere in full.
        card.show(problems.nearest(area.getCaretPosition())
                .filter(problem -> !problem.equals(refusal))
                .orElse(null));
    }

    private static boolean touch(Range one, Range other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    private void press(KeyEvent key) {
        if (proposals.press(key)) {
            key.consume();
            return;
        }
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        switch (key.getCode()) {
            case SPACE -> {
                if (key.isControlDown()) {
                    propose(true);
                    key.consume();
                }
            }
            case ENTER -> {
                if (key.isAltDown()) {
                    fix();
                    key.consume();
                }
            }
            case F -> {
                if (key.isShortcutDown() && key.isShiftDown()) {
                    format();
                    key.consume();
                }
            }
            case TAB -> tab(key);
            case BACK_SPACE, DELETE -> {
                if (plain && proposals.isShowing()) {
                    // After the key has done its work.
                    pauseThenPropose();
                }
            }
            default -> {}
        }
    }

    private void tab(KeyEvent key) {
        if (inForm != key.isControlDown()) {
            area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        } else if (!inForm && !key.isShiftDown() && area.getSelection().getLength() == 0) {
            area.insertText(area.getCaretPosition(), "  ");
            key.consume();
        }
    }

    private void pauseThenPropose() {
        PauseTransition moment = new PauseTransition(javafx.util.Duration.millis(1));
        moment.setOnFinished(over -> propose(false));
        moment.play();
    }

    private void typed(KeyEvent key) {
        String character = key.getCharacter();
        if (key.isShortcutDown() || character.isEmpty()) {
            return;
        }
        char c = character.charAt(0);
        if (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '\'') {
            propose(false);
        } else if (c != '\b' && c != '\u007f') {
            proposing.drop();
            proposals.hide();
        }
    }

    private void setUpHover() {
        area.setMouseOverTextDelay(Duration.ofMillis(HOVER_AFTER_MILLIS));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, over -> {
            String read = text.get();
            int at = over.getCharacterIndex();
            Optional<Problem> problem = problems.at(at);
            hovering.ask(
                    () -> Hover.at(read, at, schema),
                    found -> hover.show(area, over.getScreenPosition(), problem, found));
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, over -> {
            hovering.drop();
            hover.hide();
        });
    }
}
