package dev.orgbench.tools;

import java.util.Map;

/**
 * What the resources of one API have in common: {@code integration.yaml}.
 *
 * @param name part of each tool's name, {@code salesforce}
 * @param apis the path that each api's paths begin with; {@code {version}} stands for the API version
 * @param advice what to try, by the code of an error
 */
record Integration(
        String name, String title, boolean openWorld, Map<String, String> apis, Map<String, String> advice) {}
