package dev.orgbench.gateway;

import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.ToolCatalogue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a server may be: the same for the management API and for a person who types. Each check answers with a sentence
 * that says what to write instead, or with nothing if all is well.
 */
public final class ServerRules {
    /** The most characters of a name. */
    public static final int NAME_LIMIT = 100;

    private static final int MOST_OBJECTS = 50;
    private static final int LEAST_BYTES = 10_000;
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_PER_MINUTE = 100_000;
    /** RFC 3339 ends before it, and with it what the management API shows. */
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private final Set<String> methods;
    private final Set<String> tags;

    private ServerRules(Set<String> methods, Set<String> tags) {
        this.methods = methods;
        this.tags = tags;
    }

    /**
     * The rules as the definitions are now.
     *
     * @param kept words that are no fault either, as the server had them already
     */
    public static ServerRules of(ToolCatalogue catalogue, McpServer.Config kept) {
        Set<String> methods = new LinkedHashSet<>(MethodWords.known());
        methods.addAll(catalogue.customVerbs());
        methods.addAll(kept.methods());
        Set<String> tags = new TreeSet<>(catalogue.tags());
        tags.addAll(kept.tags());
        return new ServerRules(methods, tags);
    }

    /** What is wrong with a name. */
    public static Optional<String> nameFault(String name) {
        String given = name.strip();
        if (given.codePoints().noneMatch(ServerRules::isSeen)) {
            return Optional.of("A name is required, as “Sales, read only”.");
        }
        if (given.length() > NAME_LIMIT || given.codePoints().anyMatch(ServerRules::breaksTheLine)) {
            return Optional.of("A name has 1 to " + NAME_LIMIT + " characters on one line.");
        }
        if (given.codePoints().anyMatch(ServerRules::turnsTheText)) {
            return Optional.of(
                    "A name has no signs that turn the direction of its text: it would read as another one.");
        }
        return Optional.empty();
    }

    private static boolean isSeen(int sign) {
        return !Character.isWhitespace(sign)
                && !Character.isSpaceChar(sign)
                && !Character.isISOControl(sign)
                && Character.getType(sign) != Character.FORMAT;
    }

    private static boolean breaksTheLine(int sign) {
        int type = Character.getType(sign);
        return Character.isISOControl(sign)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Unicode's explicit embeddings, overrides and isolates (UAX 9, 2). Hebrew and Arabic need none of them. */
    private static boolean turnsTheText(int sign) {
        return (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
    }

    /** What is wrong with an expiry; null is none. */
    public static Optional<String> expiryFault(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return Optional.empty();
        }
        if (!expiresAt.isBefore(YEAR_10000)) {
            return Optional.of("The year has four digits, so the last instant is 9999-12-31T23:59:59Z. A server that"
                    + " shall never expire has none.");
        }
        return expiresAt.isAfter(now)
                ? Optional.empty()
                : Optional.of("That time has passed already: it is " + now + " now.");
    }

    /** What is wrong with words for methods. */
    public Optional<String> methodsFault(List<String> words) {
        return unknown("method", words, methods);
    }

    /** What is wrong with tags. */
    public Optional<String> tagsFault(List<String> words) {
        return unknown("tag", words, tags);
    }

    /** What is wrong with a list of objects. Whether the org has them is not asked: it may be away. */
    public static Optional<String> objectsFault(List<String> names) {
        Optional<String> strange =
                names.stream().filter(name -> !API_NAME.matcher(name).matches()).findFirst();
        if (strange.isPresent()) {
            return strange.map(name -> "“" + name + "” is not an object's API name, as Account or Invoice__c is.");
        }
        return names.size() > MOST_OBJECTS
                ? Optional.of("At most " + MOST_OBJECTS + " objects can be named, not " + names.size() + ".")
                : Optional.empty();
    }

    /** What is wrong with objects that may be written beside those that may be read; an empty list is all of them. */
    public static Optional<String> writableFault(List<String> readable, List<String> writable) {
        List<String> beyond = writable.stream()
                .filter(name -> readable.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        if (readable.isEmpty() || beyond.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("What may be written must be among what may be read; " + String.join(", ", beyond)
                + (beyond.size() == 1 ? " is not." : " are not.")
                + DidYouMean.sentence(DidYouMean.closest(beyond.getFirst(), readable)));
    }

    /** What is wrong with a number of bytes that an answer may have. */
    public static Optional<String> byteBudgetFault(double bytes) {
        return numberFault("An answer may have", bytes, LEAST_BYTES, MOST_BYTES, "bytes");
    }

    /** What is wrong with a number of calls under way at one time. */
    public static Optional<String> atOnceFault(double calls) {
        return numberFault("There may be", calls, 1, MOST_AT_ONCE, "calls at once");
    }

    /** What is wrong with a number of calls that begin within a minute. */
    public static Optional<String> perMinuteFault(double calls) {
        return numberFault("There may be", calls, 1, MOST_PER_MINUTE, "calls a minute");
    }

    private static Optional<String> numberFault(String who, double given, int least, int most, String what) {
        return given == Math.rint(given) && given >= least && given <= most
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%s %,d to %,d %s, in whole numbers.", who, least, most, what));
    }

    private static Optional<String> unknown(String what, List<String> words, Set<String> known) {
        List<String> strange = words.stream()
                .filter(word -> !known.contains(word.toLowerCase(Locale.ROOT)) && !known.contains(word))
                .toList();
        if (strange.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(strange.stream()
                        .map(word -> "There is no " + what + " “" + word + "”."
                                + DidYouMean.sentence(DidYouMean.closest(word, known)))
                        .collect(Collectors.joining(" "))
                + " Known are " + String.join(", ", known) + ".");
    }
}
