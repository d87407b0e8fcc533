/// What outsiders check: what became of bookings, counted from the facts of other rooms, published
/// month by month with small counts hidden, and made again by whoever wants to.
/// - **Depends on** vocabulary, estimate, ledger, outbox
/// - **State** schema `oversight`; all but the published reports can be made again from the facts
@NullMarked
package org.ridgeline.oversight;

import org.jspecify.annotations.NullMarked;
