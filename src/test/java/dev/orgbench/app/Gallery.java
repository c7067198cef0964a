package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.ui.Picture;
import dev.orgbench.ui.orgs.DemoControls.Trouble;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.stage.Stage;

/**
 * A window of one size on all of Orgbench, from its first start, and the pictures taken of it:
 * {@code screen-state-theme-width.png}. Each picture waits for what must be seen in it.
 */
final class Gallery implements AutoCloseable {
    private final Path folder;
    private final int width;
    private final String usual;
    private final OpenWorkbench open;
    private final Picture picture;
    private final Stage stage;
    private final Set<Path> taken = new HashSet<>();
    private String theme;

    /**
     * @param usual the theme that the window wears between pictures, {@code light} or {@code dark}
     * @param textPercent how large text is: 100 as designed
     */
    Gallery(Path data, Path folder, int width, int height, String usual, int textPercent) throws Exception {
        this.folder = folder;
        this.width = width;
        this.usual = usual;
        theme = usual;
        open = new OpenWorkbench(data, true);
        open.memory().put("theme", usual);
        open.memory().put("text-scale", Double.toString(textPercent / 100.0));
        open.memory().put("window.width", Integer.toString(width));
        open.memory().put("window.height", Integer.toString(height));
        picture = new Picture(folder, "");
        stage = picture.show(open.workbench(), open.memory());
    }

    Picture picture() {
        return picture;
    }

    Orgbench orgbench() {
        return open.orgbench();
    }

    /** Another client of the first server, by that name. The caller closes it. */
    McpClient client(String name) {
        return open.client(name);
    }

    /** Begins or ends trouble with the demo org; the window knows of it. */
    void trouble(Trouble trouble, boolean on) throws Exception {
        open.orgbench().demoControls().set(trouble, on);
        // The menu reads the troubles when it opens.
        picture.press("#org-switcher", "#org-switcher");
    }

    /** A state of a screen, in both themes. */
    void both(String name, String seen) throws Exception {
        picture.until(seen);
        shoot(name, seen);
        wear(usual.equals("light") ? "dark" : "light");
        shoot(name, seen);
        wear(usual);
    }

    /** The pictures taken. */
    Set<Path> taken() {
        return Set.copyOf(taken);
    }

    @Override
    public void close() {
        try {
            picture.on(stage::hide);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            open.close();
        }
    }

    private void wear(String wanted) throws Exception {
        picture.press("#theme");
        theme = wanted;
    }

    private void shoot(String name, String seen) throws Exception {
        Path file = picture.shoot(name + "-" + theme + "-" + width);
        // What was waited for must not have gone while the window settled.
        assertThat(picture.shows(seen)).as("%s in %s", seen, file).isTrue();
        assertThat(file).isNotEmptyFile();
        assertThat(taken.add(folder.relativize(file)))
                .as("%s is taken once", file)
                .isTrue();
    }
}
