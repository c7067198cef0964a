package dev.orgbench.orgs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a person typed into the address that an org's APIs listen at: Lightning's and Setup's pages stand on other
 * hosts (help.salesforce.com, "My Domain URL Formats").
 */
final class TypedAddress {
    /** Where sessions may be sent to, besides this machine. */
    private static final List<String> SALESFORCE =
            List.of(".salesforce.com", ".salesforce.mil", ".cloudforce.com", ".sfcrmproducts.cn");

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> LOGIN_PAGES = Set.of("login.salesforce.com", "test.salesforce.com");
    private static final Pattern LIGHTNING =
            Pattern.compile("(.+?)(?:\\.lightning\\.force\\.com|\\.lightning\\.com|\\.my\\.salesforce-setup\\.com)");
    private static final Pattern VISUALFORCE = Pattern.compile("(.+)--[^.]+((?:\\.[a-z]+)?)\\.vf\\.force\\.com");
    private static final Pattern BARE_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    private TypedAddress() {}

    /** Reads what was typed; never fails. */
    static OrgAddress read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new OrgAddress.Bad("Type the org's address, as https://acme.my.salesforce.com.");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (BARE_NAME.matcher(lower).matches() && !lower.equals("localhost")) {
            return new OrgAddress.Good(URI.create("https://" + lower + ".my.salesforce.com"));
        }
        try {
            URI uri = new URI(text.contains("://") ? text : "https://" + text);
            return read(uri);
        } catch (URISyntaxException e) {
            return new OrgAddress.Bad("This is not an address. An org's looks like https://acme.my.salesforce.com.");
        }
    }

    /** Whether that host is this machine's own. */
    static boolean isOnThisMachine(URI uri) {
        return THIS_MACHINE.contains(String.valueOf(uri.getHost()));
    }

    private static OrgAddress read(URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return new OrgAddress.Bad("This is not an address. An org's looks like https://acme.my.salesforce.com.");
        }
        String host = host(uri.getHost().toLowerCase(Locale.ROOT));
        boolean here = THIS_MACHINE.contains(host);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && here)) {
            return new OrgAddress.Bad("An org's address begins with https://.");
        }
        if (LOGIN_PAGES.contains(host)) {
            return new OrgAddress.Bad(
                    "This is Salesforce's login page, not an org. Copy the address from the browser once you are"
                            + " signed in.");
        }
        if (!here && SALESFORCE.stream().noneMatch(host::endsWith)) {
            return new OrgAddress.Bad(
                    "Salesforce does not live at " + host + ". An org's address ends in .my.salesforce.com.");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new OrgAddress.Good(URI.create(scheme + "://" + host + port));
    }

    private static String host(String host) {
        Matcher lightning = LIGHTNING.matcher(host);
        if (lightning.matches()) {
            return lightning.group(1) + ".my.salesforce.com";
        }
        Matcher visualforce = VISUALFORCE.matcher(host);
        return visualforce.matches() ? visualforce.group(1) + visualforce.group(2) + ".my.salesforce.com" : host;
    }
}
