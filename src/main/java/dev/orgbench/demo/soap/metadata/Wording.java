package dev.orgbench.demo.soap.metadata;

/** Texts of the Metadata API. Those that no public source confirms, and those of the demo org's own. */
final class Wording {
    static final String NO_PACKAGE = "No package.xml found";
    static final String NO_ZIP = "The ZipFile is no zip archive in base64";
    static final String ZIP_TOO_LARGE = "The zip archive unpacks to more than the org takes";
    static final String ALREADY_DONE = "Deployment already completed";

    private Wording() {}

    static String noType(String name) {
        return "Cannot use: " + name
                + " in this organization: the demo org keeps CustomObject, CustomField and ValidationRule";
    }

    static String tooMany(int most) {
        return "number of items in a request exceeds the limit of " + most;
    }

    static String notInZip(String type, String fullName) {
        return "An object '" + fullName + "' of type " + type
                + " was named in package.xml, but was not found in zipped directory";
    }

    static String notInOrg(String type, String fullName) {
        return "Entity of type '" + type + "' named '" + fullName + "' cannot be found";
    }

    static String notToDelete(String type, String fullName) {
        return "No " + type + " named: " + fullName + " found";
    }

    static String noSuchProcess(String id) {
        return "no async process with id " + id + " is known; the demo org forgets them when it ends";
    }

    static String notKept(String file) {
        return "The demo org takes files of objects only, not " + file;
    }
}
