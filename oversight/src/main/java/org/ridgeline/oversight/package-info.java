/// What outsiders check: coverage, funnel and level statistics, disparity, audit verification.
/// - **Depends on** events, ledger - **Used by** app
/// - **State** no work here yet: activation counts are shown from the exchange's register
@NullMarked
package org.ridgeline.oversight;

import org.jspecify.annotations.NullMarked;
