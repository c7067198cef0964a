package dev.orgbench.app;

import dev.orgbench.ui.FxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;

/**
 * Takes the pictures of every screen, of all of Orgbench: {@code ScreenShots /tmp/shots light-1280x800 dark-1024x640-150}, the
 * last part how large text is in percent. Needs an X display.
 */
public final class ScreenShots {
    private ScreenShots() {}

    public static void main(String[] args) throws Exception {
        FxThread.start();
        try {
            for (String wanted : List.of(args).subList(1, args.length)) {
                String[] parts = wanted.split("[-x]", -1);
                Path data = Files.createTempDirectory("orgbench-shots");
                int textPercent = parts.length > 3 ? Integer.parseInt(parts[3]) : 100;
                take(
                        data,
                        Path.of(args[0]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        parts[0],
                        textPercent);
            }
        } finally {
            Platform.exit();
        }
    }

    /**
     * Takes all pictures of one size.
     *
     * @param theme that the window wears between pictures
     * @param textPercent how large text is: 100 as designed
     * @return the names of their files
     */
    static Set<Path> take(Path data, Path folder, int width, int height, String theme, int textPercent)
            throws Exception {
        Files.createDirectories(folder);
        try (Gallery gallery = new Gallery(data, folder, width, height, theme, textPercent)) {
            FramePictures.welcome(gallery);
            CallingPictures.first(gallery);
            OrgPictures.trouble(gallery);
            CallingPictures.tools(gallery);
            CallingPictures.traffic(gallery);
            OrgPictures.objects(gallery);
            OrgPictures.soql(gallery);
            OrgPictures.limits(gallery);
            ServingPictures.servers(gallery);
            ServingPictures.connect(gallery);
            FramePictures.all(gallery);
            gallery.orgbench().close();
            CallingPictures.gone(gallery);
            return gallery.taken();
        }
    }
}
