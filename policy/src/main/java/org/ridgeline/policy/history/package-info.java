/// A person's criminal history: arrests, charges, and what became of them, each a type of its own.
///
/// An arrest is not a charge, a charge is not a conviction, and an end that nobody reported is not
/// an end: only [org.ridgeline.policy.history.History#standing] gives what a court has found and no
/// court has undone.
/// - **Start at** [org.ridgeline.policy.history.History]
@NullMarked
package org.ridgeline.policy.history;

import org.jspecify.annotations.NullMarked;
