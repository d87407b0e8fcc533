/// Facts between rooms: written beside the rows that make them, read in order, applied once; and
/// the loop that looks for work.
/// - **Depends on** vocabulary
/// - **State** none of its own: tables `outbox`, `consumer_place`, `consumer_aside` lie in the
///   schema of whoever writes or follows, and in that room's migrations
@NullMarked
package org.ridgeline.outbox;

import org.jspecify.annotations.NullMarked;
