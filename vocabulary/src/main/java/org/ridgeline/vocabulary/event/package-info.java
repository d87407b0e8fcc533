/// Facts that rooms tell one another: what happened, by ids.
/// - **Depends on** nothing - **Used by** exchange and casework, which write them; whoever follows
@NullMarked
package org.ridgeline.vocabulary.event;

import org.jspecify.annotations.NullMarked;
