/// A case from lead to outcome: its states, the one table of steps between them, its row.
/// - **Depends on** history, policy, evidence, verification - **Used by** determination, custody,
///   redress
@NullMarked
package org.ridgeline.casework.casefile;

import org.jspecify.annotations.NullMarked;
