/// Which case comes first, by published tables: levels from convictions that stand, each version of
/// a table a file with a source and a mark for every row, and an explanation for every answer.
///
/// It orders queues and decides nothing. What is not known never raises a level; an arrest or a
/// charge never moves a case forward; other factors order within a level only.
/// - **Start at** [org.ridgeline.policy.PriorityPolicy]
/// - **Depends on** no room
@NullMarked
package org.ridgeline.policy;

import org.jspecify.annotations.NullMarked;
