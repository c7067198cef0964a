/** The frame around the screens: navigation, org, API use, status bar. */
@NullMarked
package dev.orgbench.ui.shell;

import org.jspecify.annotations.NullMarked;
