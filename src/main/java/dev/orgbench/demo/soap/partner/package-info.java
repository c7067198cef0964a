/** The SOAP API for records, in its two forms: one WSDL for all orgs (partner), one for this org (enterprise). */
@NullMarked
package dev.orgbench.demo.soap.partner;

import org.jspecify.annotations.NullMarked;
