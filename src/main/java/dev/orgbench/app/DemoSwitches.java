package dev.orgbench.app;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.trouble.DemoFault;
import dev.orgbench.ui.orgs.DemoControls;
import java.io.IOException;
import java.net.URI;

/** The demo org's own controls, for a window that does not know the demo org. */
record DemoSwitches(String orgId, DemoOrg demo) implements DemoControls {
    @Override
    public URI loginHost() {
        return demo.uri();
    }

    @Override
    public String clientId() {
        return demo.clientId();
    }

    @Override
    public boolean has(Trouble trouble) {
        return demo.has(fault(trouble));
    }

    @Override
    public void set(Trouble trouble, boolean on) {
        demo.set(fault(trouble), on);
    }

    @Override
    public void expireSessions() throws IOException {
        demo.expireSessions();
    }

    @Override
    public void reset() throws IOException {
        demo.reset();
    }

    private static DemoFault fault(Trouble trouble) {
        return switch (trouble) {
            case REQUEST_LIMIT -> DemoFault.REQUEST_LIMIT;
            case SLOW -> DemoFault.SLOW;
            case ROW_LOCK -> DemoFault.ROW_LOCK;
            case LOST_CONNECTION -> DemoFault.LOST_CONNECTION;
        };
    }
}
