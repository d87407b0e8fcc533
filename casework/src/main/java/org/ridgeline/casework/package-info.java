/// The reviewing agency: blind verification, case, evidence, determination, custody clock, redress.
/// This package wires the others together over one schema; none of them knows it. What they share
/// is in `desk`.
/// - **Depends on** exchange, ledger - **Used by** app
@NullMarked
package org.ridgeline.casework;

import org.jspecify.annotations.NullMarked;
