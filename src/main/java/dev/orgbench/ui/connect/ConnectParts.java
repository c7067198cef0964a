package dev.orgbench.ui.connect;

import dev.orgbench.connect.Machine;
import dev.orgbench.connect.doctor.Doctor;
import dev.orgbench.connect.doctor.PublicCheck;
import dev.orgbench.connect.guide.Guides;
import dev.orgbench.connect.tunnel.Tunnels;
import java.time.Clock;

/**
 * What the Connect screen stands on, besides its desk.
 *
 * @param servers the org's, to be handed over
 * @param guides how each client is told of one
 * @param machine where clients and their files are looked for
 * @param tunnels the one that may be open; shared by all orgs' screens
 * @param doctor looks at each step
 * @param outside calls a server by its public URL
 */
public record ConnectParts(
        HandedServers servers,
        Guides guides,
        Machine machine,
        Tunnels tunnels,
        Doctor doctor,
        PublicCheck outside,
        Clock clock) {}
