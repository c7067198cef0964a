package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ApiTokens;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A server's API tokens: those there are, and the one just made, which can be seen this once. Screen's thread only. */
final class ApiTokensModel {
    private final Shelf shelf;
    private final McpServer server;
    private final Background background;
    private final ObservableList<ApiTokens.ApiToken> tokens = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ApiTokens.@Nullable NewApiToken> fresh = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    ApiTokensModel(Shelf shelf, McpServer server, Background background) {
        this.shelf = shelf;
        this.server = server;
        this.background = background;
    }

    McpServer server() {
        return server;
    }

    /** When a token was made, in words. */
    String madeAt(ApiTokens.ApiToken token) {
        return TimeWords.exact(token.createdAt(), shelf.clock().getZone());
    }

    ObservableList<ApiTokens.ApiToken> tokens() {
        return tokens;
    }

    /** Who the next token is for, as it is typed. */
    StringProperty nameProperty() {
        return name;
    }

    /** The token just made; null if none was, or it was put away. */
    ReadOnlyObjectProperty<ApiTokens.@Nullable NewApiToken> freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        background.run(
                () -> shelf.apiTokens().list(server.id()),
                tokens::setAll,
                failure -> problem.set(Failures.problem(failure)));
    }

    void make() {
        problem.set(null);
        String wanted = name.get();
        background.run(
                () -> shelf.apiTokens().make(server.id(), wanted),
                made -> {
                    fresh.set(made);
                    name.set("");
                    load();
                },
                failure -> problem.set(Failures.problem(failure)));
    }

    void revoke(ApiTokens.ApiToken token) {
        problem.set(null);
        background.run(
                () -> {
                    shelf.apiTokens().revoke(token.id());
                    return token;
                },
                gone -> {
                    ApiTokens.NewApiToken shown = fresh.get();
                    if (shown != null && shown.apiToken().id().equals(token.id())) {
                        fresh.set(null);
                    }
                    load();
                },
                failure -> problem.set(Failures.problem(failure)));
    }
}
