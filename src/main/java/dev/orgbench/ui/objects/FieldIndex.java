package dev.orgbench.ui.objects;

import dev.orgbench.salesforce.ObjectDescribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of the objects that were read so far, few words of each, to be searched at every key. Screen's thread only. */
final class FieldIndex {
    private final Map<String, List<Hit>> fieldsOf = new LinkedHashMap<>();

    /** A field of some object. */
    record Hit(String object, String name, String label, String type, boolean custom) {
        boolean matches(String wanted) {
            return name.toLowerCase(Locale.ROOT).contains(wanted)
                    || label.toLowerCase(Locale.ROOT).contains(wanted)
                    || (object + "." + name).toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    /** What of an object is searched; made away from the screen's thread. */
    static List<Hit> hits(ObjectDescribe object) {
        return object.fields().stream()
                .map(field -> new Hit(object.name(), field.name(), field.label(), field.type(), field.is("custom")))
                .toList();
    }

    void put(String object, List<Hit> fields) {
        fieldsOf.put(object, fields);
    }

    boolean has(String object) {
        return fieldsOf.containsKey(object);
    }

    int size() {
        return fieldsOf.size();
    }

    void clear() {
        fieldsOf.clear();
    }

    /** At most {@code most} fields that match; names that begin with what is wanted come first. */
    List<Hit> find(String wanted, Set<String> objects, int most) {
        List<Hit> beginning = new ArrayList<>();
        List<Hit> others = new ArrayList<>();
        for (Map.Entry<String, List<Hit>> each : fieldsOf.entrySet()) {
            if (!objects.contains(each.getKey())) {
                continue;
            }
            for (Hit hit : each.getValue()) {
                if (hit.name().regionMatches(true, 0, wanted, 0, wanted.length())) {
                    beginning.add(hit);
                } else if (others.size() < most && hit.matches(wanted)) {
                    others.add(hit);
                }
                if (beginning.size() >= most) {
                    return beginning;
                }
            }
        }
        beginning.addAll(others);
        return beginning.size() > most ? List.copyOf(beginning.subList(0, most)) : beginning;
    }
}
