/** The Connect screen: how a client gets a server, how it comes in, and whether it works. */
@NullMarked
package dev.orgbench.ui.connect;

import org.jspecify.annotations.NullMarked;
