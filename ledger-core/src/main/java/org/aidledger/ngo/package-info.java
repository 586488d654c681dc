/** Foreign NGOs (tổ chức PCPNN) and other donors: who they are, their registration certificates and representatives. */
@NullMarked
package org.aidledger.ngo;

import org.jspecify.annotations.NullMarked;
