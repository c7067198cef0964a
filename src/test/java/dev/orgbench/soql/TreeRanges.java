package dev.orgbench.soql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Walks a tree of records by its components, so that a new kind of node is looked at as well. */
public final class TreeRanges {
    private TreeRanges() {}

    /** What lies outside the text, or outside the part that it is part of; empty if all is well. */
    public static List<String> wrong(Object tree, int length) {
        List<String> found = new ArrayList<>();
        walk(tree, new Range(0, length), found);
        return found;
    }

    private static void walk(Object node, Range around, List<String> found) {
        if (node instanceof List<?> list) {
            list.forEach(each -> walk(each, around, found));
        } else if (node instanceof Record parts && !(node instanceof Range) && isOurs(node)) {
            Range own = around;
            for (RecordComponent component : parts.getClass().getRecordComponents()) {
                if (component.getName().equals("range") && value(parts, component) instanceof Range range) {
                    own = range;
                }
            }
            if (own.start() < around.start() || own.end() > around.end()) {
                found.add(node.getClass().getSimpleName() + " " + own + " is not within " + around);
            }
            for (RecordComponent component : parts.getClass().getRecordComponents()) {
                walk(value(parts, component), own, found);
            }
        }
    }

    private static boolean isOurs(Object node) {
        return node.getClass().getPackageName().startsWith("dev.orgbench.soql");
    }

    private static Object value(Record parts, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(parts);
            return value == null ? "" : value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
