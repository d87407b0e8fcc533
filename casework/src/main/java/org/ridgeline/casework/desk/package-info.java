/// What all of casework's packages share: who acts and why, what is refused, and the one way in
/// which a step and its entry of the ledger are kept together.
/// - **Depends on** ledger, exchange's operators - **Used by** the other packages of casework
@NullMarked
package org.ridgeline.casework.desk;

import org.jspecify.annotations.NullMarked;
