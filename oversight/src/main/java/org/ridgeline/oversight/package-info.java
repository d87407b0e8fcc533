/// What outsiders check: coverage, funnel and level statistics, disparity, audit verification.
/// - **Depends on** vocabulary, ledger
/// - **State** no work here yet: activation counts are shown from the exchange's register
@NullMarked
package org.ridgeline.oversight;

import org.jspecify.annotations.NullMarked;
