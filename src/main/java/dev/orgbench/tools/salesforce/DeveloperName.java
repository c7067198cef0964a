package dev.orgbench.tools.salesforce;

import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.regex.Pattern;

/** The name that a new custom object or field is given, without its {@code __c}. */
final class DeveloperName {
    /** Repeats no group: Java goes one call deeper for each repetition, and names come from outside. */
    private static final Pattern NAME = Pattern.compile("(?!.*__)[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?");

    private DeveloperName() {}

    /** @throws Refusal if it is no name, with one that is */
    static String of(Call call) throws Refusal {
        String given = call.text("DeveloperName");
        String name = given.endsWith("__c") ? given.substring(0, given.length() - 3) : given;
        if (!NAME.matcher(name).matches()) {
            throw Refusal.ofArguments("`DeveloperName` cannot be \"" + given + "\": letters, digits and single"
                    + " underscores, beginning with a letter." + better(name));
        }
        return name;
    }

    private static String better(String name) {
        String better = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return better.isEmpty() ? "" : " For example " + better + ".";
    }
}
