package dev.orgbench.demo.query;

import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;

/** {@code SELECT COUNT() FROM ...}, whose number is the answer's totalSize. (SOQL and SOSL Reference, "COUNT()".) */
final class CountCompiler {
    private CountCompiler() {}

    static Fragment compile(Compilation compilation, Query query) throws ApiError {
        Refusals refusals = compilation.refusals();
        compilation.refuseUnserved(query);
        if (query.select().getFirst() instanceof SelectItem.Column column && column.alias() != null) {
            throw refusals.malformed(column.alias().range(), Wording.COUNT_ALIAS);
        }
        if (query.groupBy() != null) {
            throw refusals.malformed(query.groupBy().range(), Wording.COUNT_AND_GROUP);
        }
        if (!query.orderBy().isEmpty()) {
            throw refusals.malformed(query.orderBy().getFirst().range(), Wording.COUNT_AND_ORDER);
        }
        Tables tables = compilation.tables(query);
        Fragment where = compilation.where(query, tables);
        return Compilation.bounded(Fragment.concat(
                Fragment.of("SELECT count(*) FROM (SELECT 1 FROM " + tables.from() + " WHERE "),
                where,
                compilation.limits(query),
                Fragment.of(")")));
    }
}
