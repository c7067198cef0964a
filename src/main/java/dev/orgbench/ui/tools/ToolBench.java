package dev.orgbench.ui.tools;

import dev.orgbench.orgs.Org;
import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.kit.form.FormParts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the view of one tool stands on.
 *
 * @param parts what a tool's form takes from outside, by the tool's name
 * @param definitions null where there is no folder for own ones
 * @param reload lists the tools anew
 */
record ToolBench(
        Org org,
        Trace trace,
        Memory memory,
        Background background,
        Drafts drafts,
        Overlay overlay,
        Toasts toasts,
        Function<String, FormParts> parts,
        SavedCallsModel saved,
        @Nullable OwnDefinitions definitions,
        Runnable reload) {}
