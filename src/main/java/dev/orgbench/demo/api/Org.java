package dev.orgbench.demo.api;

import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.RefreshTokens;
import dev.orgbench.demo.data.Sessions;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.limits.Limits;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.query.QueryEngine;
import java.sql.Connection;
import java.time.Clock;

/** What the resources work on. */
public record Org(
        OrgFile file,
        Catalogue catalogue,
        QueryEngine queries,
        QueryEngine toolingQueries,
        Sessions sessions,
        RefreshTokens refreshTokens,
        UsageMeter meter,
        Limits limits,
        OrgIdentity identity,
        Clock clock) {
    /** Records as that request writes them, in the transaction of {@code db}. */
    public Records records(Connection db, Call call) {
        return new Records(db, catalogue.schema(), stamp(call.userId())).allowingDuplicates(call.allowsDuplicates());
    }

    /** A stamp of that user, now. */
    public Stamp stamp(String userId) {
        return Stamp.of(userId, clock.instant());
    }
}
