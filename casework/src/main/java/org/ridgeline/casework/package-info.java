/// The reviewing agency: blind verification, case, evidence, determination, custody clock, redress.
/// - **Depends on** the events of exchange, ledger - **Used by** app
/// - **State** no work here yet: leads end in the notification inbox until casework takes them
@NullMarked
package org.ridgeline.casework;

import org.jspecify.annotations.NullMarked;
