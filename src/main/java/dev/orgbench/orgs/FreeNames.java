package dev.orgbench.orgs;

import dev.orgbench.salesforce.OrgIdentity;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Names and ids for an org that no other one has. */
final class FreeNames {
    private static final int LONGEST_ID = 40;

    private final List<Org> taken;

    FreeNames(List<Org> taken) {
        this.taken = taken;
    }

    /** What the org calls itself; where another org has that name, with the address's first part behind it. */
    String label(OrgIdentity identity, URI instanceUrl) {
        String host = String.valueOf(instanceUrl.getHost());
        String own = TypedAddress.isOnThisMachine(instanceUrl) ? host : host.split("\\.", 2)[0];
        String said = identity.name();
        String name = said == null || said.isBlank() ? own : said.strip();
        Predicate<String> isTaken =
                label -> taken.stream().anyMatch(org -> org.label().equals(label));
        return isTaken.test(name) && !name.equals(own)
                ? free(name + " (" + own + ")", " ", isTaken)
                : free(name, " ", isTaken);
    }

    /** Fit for a path: {@code acme-uat}. */
    String id(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String id = plain.isEmpty() ? "org" : plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        return free(
                id, "-", candidate -> taken.stream().anyMatch(org -> org.id().equals(candidate)));
    }

    private static String free(String wanted, String joint, Predicate<String> isTaken) {
        String name = wanted;
        for (int next = 2; isTaken.test(name); next++) {
            name = wanted + joint + next;
        }
        return name;
    }
}
