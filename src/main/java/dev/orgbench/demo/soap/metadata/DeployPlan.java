package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.MalformedXmlException;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.soap.XmlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a package asks for: first what is to be deleted, then objects, then their parts, which may point to those, then what
 * is to be deleted in the end. (Metadata API Developer Guide, "Deploying and Retrieving Metadata with the Zip File", "Deleting
 * Components from an Organization".)
 */
final class DeployPlan {
    private static final String FOLDER = "objects/";
    private static final String SUFFIX = ".object";
    private static final String DELETIONS_AFTER = "destructiveChangesPost.xml";
    private static final List<String> DELETIONS_BEFORE = List.of("destructiveChangesPre.xml", "destructiveChanges.xml");

    private final Archive archive;
    private final List<Step> deletions = new ArrayList<>();
    private final List<Step> objects = new ArrayList<>();
    private final List<Step> parts = new ArrayList<>();
    private final List<Step> lastDeletions = new ArrayList<>();
    private final List<DeployMessage> messages = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    private DeployPlan(Archive archive) {
        this.archive = archive;
    }

    /** One component to be deployed or deleted, and the file that says so. */
    record Step(Component component, boolean deletes, String file) {}

    static DeployPlan of(Archive archive) {
        DeployPlan plan = new DeployPlan(archive);
        plan.read();
        return plan;
    }

    /** In the order in which they are to be taken; within each in any. */
    List<List<Step>> stages() {
        return List.of(deletions, objects, parts, lastDeletions);
    }

    /** What is wrong before anything is done, and that the manifest was read. */
    List<DeployMessage> messages() {
        return messages;
    }

    private void read() {
        Optional<Manifest> manifest = xml(Archive.MANIFEST).map(Manifest::read);
        if (manifest.isEmpty()) {
            return;
        }
        messages.add(new DeployMessage(
                "", Archive.MANIFEST, archive.root() + Archive.MANIFEST, DeployMessage.Change.CHANGED, 0, 0, ""));
        DELETIONS_BEFORE.forEach(file -> deletions(file, deletions));
        deletions(DELETIONS_AFTER, lastDeletions);
        for (String path : archive.files().keySet()) {
            if (path.startsWith(FOLDER) && path.endsWith(SUFFIX)) {
                objectFile(path, manifest.get());
            } else if (!path.equals(Archive.MANIFEST)
                    && !path.equals(DELETIONS_AFTER)
                    && !DELETIONS_BEFORE.contains(path)) {
                fail("", path, path, 0, 0, Wording.notKept(path));
            }
        }
        unknownTypes(manifest.get(), Archive.MANIFEST);
        for (ComponentType type : ComponentType.values()) {
            for (String name : manifest.get().named(type)) {
                if (!found.contains(key(type, name))) {
                    fail(type.apiName(), name, Archive.MANIFEST, 0, 0, Wording.notInZip(type.apiName(), name));
                }
            }
        }
    }

    private void objectFile(String path, Manifest manifest) {
        String name = path.substring(FOLDER.length(), path.length() - SUFFIX.length());
        Optional<Xml> xml = xml(path);
        if (xml.isEmpty()) {
            return;
        }
        Component object = new Component(ComponentType.CUSTOM_OBJECT, name, xml.get());
        boolean whole = manifest.has(ComponentType.CUSTOM_OBJECT, name);
        if (whole) {
            add(objects, new Component(ComponentType.CUSTOM_OBJECT, name, withoutParts(xml.get())), path);
        }
        for (Component part : object.parts()) {
            if (whole || manifest.has(part.type(), part.fullName())) {
                add(parts, part, path);
            }
        }
    }

    /** They come once all objects are there. */
    private static Xml withoutParts(Xml object) {
        List<String> elements =
                ComponentType.parts().stream().map(ComponentType::element).toList();
        List<Xml> rest = object.children().stream()
                .filter(child -> !elements.contains(child.name()))
                .toList();
        return new Xml(object.name(), object.attributes(), rest, "", object.line(), object.column());
    }

    private void add(List<Step> steps, Component component, String path) {
        found.add(key(component.type(), component.fullName()));
        steps.add(new Step(component, false, archive.root() + path));
    }

    private void deletions(String path, List<Step> steps) {
        if (!archive.files().containsKey(path)) {
            return;
        }
        xml(path).map(Manifest::read).ifPresent(manifest -> {
            unknownTypes(manifest, path);
            // Parts first: else they would be gone with their object, and not be found.
            for (ComponentType type : List.of(ComponentType.values()).reversed()) {
                for (String name : manifest.named(type)) {
                    Component component = new Component(type, name, Xml.parent("members"));
                    steps.add(new Step(component, true, archive.root() + path));
                }
            }
        });
    }

    private void unknownTypes(Manifest manifest, String path) {
        for (Map.Entry<String, Set<String>> entry : manifest.members().entrySet()) {
            if (ComponentType.of(entry.getKey()).isEmpty()) {
                fail(entry.getKey(), String.join(", ", entry.getValue()), path, 0, 0, Wording.noType(entry.getKey()));
            }
        }
    }

    private Optional<Xml> xml(String path) {
        try {
            return Optional.of(XmlReader.read(archive.files().getOrDefault(path, new byte[0])));
        } catch (MalformedXmlException e) {
            fail("", path, path, e.line(), e.column(), e.text());
            return Optional.empty();
        }
    }

    private void fail(String type, String fullName, String path, int line, int column, String problem) {
        messages.add(DeployMessage.failed(type, fullName, archive.root() + path, line, column, problem));
    }

    private static String key(ComponentType type, String fullName) {
        return type + " " + fullName.toLowerCase(Locale.ROOT);
    }
}
