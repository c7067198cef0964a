package dev.orgbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Navigator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Leads nowhere and notes where it would have led, each as a line. */
public final class Visits implements Navigator {
    private final List<String> places = new CopyOnWriteArrayList<>();

    /** Where it was led to, first things first. */
    public List<String> places() {
        return places;
    }

    @Override
    public void openTool(String tool, @Nullable ObjectNode arguments) {
        places.add(arguments == null ? tool : tool + " " + arguments);
    }

    @Override
    public void openQuery(String soql) {
        places.add(soql);
    }

    @Override
    public void openObject(String objectName) {
        places.add(objectName);
    }

    @Override
    public void openMessage(long messageId) {
        places.add("message " + messageId);
    }

    @Override
    public void openServers() {
        places.add("servers");
    }

    @Override
    public void openConnect(String serverId) {
        places.add("connect " + serverId);
    }
}
