package dev.orgbench.trace.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes entries one by one; closing it ends the file properly. */
interface EntryWriter extends Closeable {
    void write(ExportEntry entry) throws IOException;
}
