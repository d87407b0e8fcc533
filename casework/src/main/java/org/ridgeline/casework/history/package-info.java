/// A person's criminal history and other factors as a case keeps them: what officers added to what
/// the repositories know. What they mean is the room `policy`'s.
@NullMarked
package org.ridgeline.casework.history;

import org.jspecify.annotations.NullMarked;
