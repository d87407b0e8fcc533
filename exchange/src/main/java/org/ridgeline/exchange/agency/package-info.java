/// Who may send and who reviews: agencies, offices, their tokens, and the activation register.
@NullMarked
package org.ridgeline.exchange.agency;

import org.jspecify.annotations.NullMarked;
