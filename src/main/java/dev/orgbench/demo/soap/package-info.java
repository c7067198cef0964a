/** SOAP: envelopes, faults, and which API answers which operation. */
@NullMarked
package dev.orgbench.demo.soap;

import org.jspecify.annotations.NullMarked;
