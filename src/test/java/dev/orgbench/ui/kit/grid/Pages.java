package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A source of made-up rows, in pages of 2,000 as Salesforce has them; it can fail once. */
final class Pages implements RowSource {
    static final int PAGE = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final int total;
    private final IntFunction<ObjectNode> row;
    private int failing;
    int asked;

    Pages(int total, IntFunction<ObjectNode> row) {
        this.total = total;
        this.row = row;
    }

    static Pages ofAccounts(int total) {
        return new Pages(total, i -> account(i).put("Name", "Account " + i).put("Employees", i));
    }

    static ObjectNode account(int number) {
        ObjectNode record = JSON.createObjectNode();
        String id = String.format("001%012dAAA", number);
        record.putObject("attributes").put("type", "Account").put("url", "/services/data/v62.0/sobjects/Account/" + id);
        return record.put("Id", id);
    }

    /** The next answer is an error. */
    void failOnce() {
        failing++;
    }

    @Override
    public Page first() throws IOException {
        return page(0);
    }

    @Override
    public Page next(String cursor) throws IOException {
        return page(Integer.parseInt(cursor));
    }

    private Page page(int from) throws IOException {
        asked++;
        if (failing > 0) {
            failing--;
            throw new IOException("the line is dead");
        }
        List<JsonNode> records = new ArrayList<>();
        int to = Math.min(total, from + PAGE);
        for (int i = from; i < to; i++) {
            records.add(row.apply(i));
        }
        return new Page(records, total, to < total ? Integer.toString(to) : null);
    }
}
