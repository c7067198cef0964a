package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.soap.XmlWriter;
import dev.orgbench.demo.soap.metadata.Components.Kept;
import dev.orgbench.demo.soap.metadata.Listings.Property;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code retrieve} and {@code checkRetrieveStatus}: components as the files of a package. */
final class RetrieveCalls {
    private static final String FOLDER = "unpackaged/";

    private final Org org;
    private final Components components;
    private final Listings listings;
    private final Recent<Retrieved> done = new Recent<>();

    RetrieveCalls(Org org, Components components, Listings listings) {
        this.org = org;
        this.components = components;
        this.listings = listings;
    }

    /** @param root what stands before every path: {@code unpackaged/}, or nothing for a single package */
    private record Retrieved(String id, String root, List<Xml> properties, List<Xml> messages, String zip) {}

    List<Xml> retrieve(SoapCall call) throws ApiError, SQLException {
        String id = org.file().write(db -> Sequences.nextId(db, "09S"));
        Xml request = call.operation().child("request").orElse(Xml.parent("request"));
        Xml wanted = request.child("unpackaged").orElse(Xml.parent("unpackaged"));
        String root = request.isTrue("singlePackage") ? "" : FOLDER;
        String version = wanted.textOf("version").isEmpty() ? call.version() : wanted.textOf("version");
        done.keep(id, retrieved(id, root, version, Manifest.read(wanted)));
        return List.of(AsyncResult.queued(id));
    }

    List<Xml> status(SoapCall call) throws SoapFault {
        Retrieved retrieved = done.find(call.operation().textOf("asyncProcessId"));
        boolean includeZip = !call.operation().textOf("includeZip").equals("false");
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("done", true));
        parts.addAll(retrieved.properties());
        parts.add(Xml.of("id", retrieved.id()));
        parts.addAll(retrieved.messages());
        parts.add(Xml.of("status", "Succeeded"));
        parts.add(Xml.of("success", true));
        if (includeZip) {
            parts.add(Xml.of("zipFile", retrieved.zip()));
        }
        return List.of(Xml.parent("result", parts));
    }

    private Retrieved retrieved(String id, String root, String version, Manifest wanted) throws ApiError, SQLException {
        List<String> problems = new ArrayList<>();
        Map<ComponentType, Set<String>> members = new EnumMap<>(ComponentType.class);
        Map<String, List<Xml>> contents = new TreeMap<>();
        Set<String> wholeObjects = new LinkedHashSet<>();
        for (ComponentType type : ComponentType.values()) {
            Set<String> names = type == ComponentType.CUSTOM_OBJECT ? wholeObjects : new LinkedHashSet<>();
            for (Kept kept : kept(type, wanted, problems)) {
                names.add(kept.fullName());
                write(kept, wholeObjects, contents);
            }
            members.put(type, names);
        }
        for (String type : wanted.members().keySet()) {
            if (ComponentType.of(type).isEmpty()) {
                problems.add(Wording.noType(type));
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        contents.forEach((name, keys) -> files.put(root + "objects/" + name + ".object", file("CustomObject", keys)));
        files.put(root + Archive.MANIFEST, XmlWriter.writeIndented(Manifest.toXml(members, version)));
        List<Xml> messages = problems.stream()
                .map(problem ->
                        Xml.parent("messages", Xml.of("fileName", root + Archive.MANIFEST), Xml.of("problem", problem)))
                .toList();
        return new Retrieved(id, root, properties(root, members), messages, Archive.write(files));
    }

    private List<Kept> kept(ComponentType type, Manifest wanted, List<String> problems) throws ApiError, SQLException {
        List<Kept> found = new ArrayList<>();
        for (String name : wanted.named(type)) {
            Optional<Kept> kept = components.find(type, name);
            kept.ifPresentOrElse(found::add, () -> problems.add(Wording.notInOrg(type.apiName(), name)));
        }
        if (wanted.hasAll(type)) {
            // All objects are all custom ones; a standard object is named, if it is wanted.
            components.all(type).stream()
                    .filter(kept ->
                            type != ComponentType.CUSTOM_OBJECT || kept.object().endsWith("__c"))
                    .filter(kept -> !found.contains(kept))
                    .forEach(found::add);
        }
        return found;
    }

    /** What an object that is wanted as a whole has is in its file already. */
    private void write(Kept kept, Set<String> wholeObjects, Map<String, List<Xml>> contents)
            throws ApiError, SQLException {
        if (kept.type() == ComponentType.CUSTOM_OBJECT) {
            contents.put(kept.object(), components.fileKeys(kept));
        } else if (!wholeObjects.contains(kept.object())) {
            contents.computeIfAbsent(kept.object(), _ -> new ArrayList<>())
                    .add(Xml.parent(kept.type().element(), components.fileKeys(kept)));
        }
    }

    private List<Xml> properties(String root, Map<ComponentType, Set<String>> members) throws ApiError, SQLException {
        List<Xml> properties = new ArrayList<>();
        for (Map.Entry<ComponentType, Set<String>> entry : members.entrySet()) {
            for (Property property : listings.properties(entry.getKey())) {
                if (entry.getValue().contains(property.kept().fullName())) {
                    properties.add(property.toXml("fileProperties", root + property.fileName()));
                }
            }
        }
        return properties;
    }

    private static String file(String type, List<Xml> keys) {
        return XmlWriter.writeIndented(Xml.parent(type, keys).with("xmlns", MetadataApi.NAMESPACE));
    }
}
