package dev.orgbench.app;

import dev.orgbench.gateway.Offer;
import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.prompts.Prompts;
import dev.orgbench.tools.resources.ObjectResources;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import java.nio.file.Path;
import java.util.List;

/** Where tools and prompts come from: those that ship, and above them a person's own in the data folder. */
final class ToolFiles {
    private ToolFiles() {}

    /** The folder of a person's own prompts. */
    static Path prompts(Path data) {
        return data.resolve("definitions/prompts");
    }

    static Offer offer(Path data, byte[] cursorKey) {
        ToolCatalogue catalogue = catalogue(data, cursorKey);
        Prompts prompts = new Prompts(
                catalogue, List.of(new BundledDefinitions("salesforce/prompts"), new FolderDefinitions(prompts(data))));
        return new Offer(catalogue, prompts, new ObjectResources(catalogue));
    }

    private static ToolCatalogue catalogue(Path data, byte[] cursorKey) {
        Behaviours behaviours = SalesforceBehaviours.all();
        Definitions definitions = new Definitions(
                behaviours,
                List.of(new BundledDefinitions("salesforce"), new FolderDefinitions(data.resolve("definitions"))));
        return new ToolCatalogue(definitions, behaviours, cursorKey);
    }
}
