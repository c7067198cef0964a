package dev.orgbench.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The org's sequences, counted in memory and written back by {@link #save}; for many records in one transaction. */
final class HeldCounters implements Counter {
    private final Connection db;
    private final Map<String, Long> last = new HashMap<>();

    HeldCounters(Connection db) {
        this.db = db;
    }

    @Override
    public long next(String name, long first) throws SQLException {
        Long before = last.get(name);
        long number = before == null ? Sequences.next(db, name, first) : before + 1;
        last.put(name, number);
        return number;
    }

    /** A new record id. */
    String nextId(String keyPrefix) throws SQLException {
        return Sequences.id(this, keyPrefix);
    }

    /** Lets others go on from here. */
    void save() throws SQLException {
        for (Map.Entry<String, Long> entry : last.entrySet()) {
            Sequences.goOn(db, entry.getKey(), entry.getValue() + 1);
        }
    }
}
