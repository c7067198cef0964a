package dev.orgbench.gateway;

import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.prompts.Prompts;
import dev.orgbench.tools.resources.ObjectResources;

/** All that servers can offer of an org; what one of them does offer depends on its terms. */
public record Offer(ToolCatalogue tools, Prompts prompts, ObjectResources resources) {}
