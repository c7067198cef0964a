package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.data.RecentItems;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code /recent}: the records that the user made or changed last, {@code [{"attributes", "Id", "Name"}]}. (REST API
 * Developer Guide, "Recently Viewed Items"; nobody opens records of the demo org in a browser.)
 */
public final class RecentResource implements Resource {
    private final Org org;

    public RecentResource(Org org) {
        this.org = org;
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException {
        call.requireGet();
        if (!call.path().isEmpty()) {
            throw ApiError.notFound();
        }
        int limit = call.query("limit")
                .map(RecentResource::number)
                .orElse(Optional.of(RecentItems.MOST))
                .orElseThrow(() -> new ApiError(
                        400, "INVALID_QUERY_PARAMETER", "limit must be a number from 1 to " + RecentItems.MOST));
        return Answer.ok(org.file().read(db -> items(db, call, _ -> true, limit)));
    }

    /** The latest of one kind, as {@code /sobjects/Account} shows them. */
    ArrayNode of(Connection db, Call call, SObject object, int limit) throws SQLException {
        return items(db, call, other -> other.name().equals(object.name()), limit);
    }

    private ArrayNode items(Connection db, Call call, Predicate<SObject> kinds, int limit) throws SQLException {
        Schema schema = org.catalogue().schema();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String id : RecentItems.of(db, call.userId())) {
            Optional<SObject> object = schema.objectOf(id).filter(kinds);
            if (items.size() < limit && object.isPresent()) {
                Optional<Map<String, @Nullable Object>> row = Rows.find(db, object.get(), id)
                        .filter(found -> !Long.valueOf(1).equals(found.get("IsDeleted")));
                row.ifPresent(found -> items.add(item(call, object.get(), id, found)));
            }
        }
        return items;
    }

    private static ObjectNode item(Call call, SObject object, String id, Map<String, @Nullable Object> row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.putObject("attributes")
                .put("type", object.name())
                .put("url", call.base() + "/sobjects/" + object.name() + "/" + id);
        item.put("Id", id);
        object.nameField().ifPresent(field -> {
            Object name = row.get(field.name());
            item.put(field.name(), name == null ? null : name.toString());
        });
        return item;
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,2}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n <= RecentItems.MOST)
                : Optional.empty();
    }
}
