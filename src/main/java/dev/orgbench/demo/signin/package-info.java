/** Who may come in: OAuth's endpoints, the login page, identity. */
@NullMarked
package dev.orgbench.demo.signin;

import org.jspecify.annotations.NullMarked;
