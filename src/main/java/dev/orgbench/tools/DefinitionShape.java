package dev.orgbench.tools;

import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.List;
import java.util.Optional;

/** What definition files of one kind must look like, for kinds that are read elsewhere. */
public final class DefinitionShape {
    private final ShapeFaults schema;

    private DefinitionShape(ShapeFaults schema) {
        this.schema = schema;
    }

    /** The JSON Schema of that absolute name on the class path. */
    public static DefinitionShape bundled(String schema) {
        return new DefinitionShape(new ShapeFaults(SchemaCheck.bundled(schema)));
    }

    /** Reads a file; empty if it has faults, which are added to {@code problems}. */
    public Optional<YamlText> read(DefinitionFile file, List<Problem> problems) {
        return Optional.ofNullable(DefinitionReader.parse(file, schema, problems));
    }
}
