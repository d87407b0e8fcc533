/// Complaints and claims of the people concerned: opened by anybody without a log-in, kept to
/// clocks, decided by somebody who did not work on the case, and carried to everyone who was told.
/// - **Depends on** casefile, the ledger and its reader
/// - **Never** what people write here goes into matching, priority or any statistic of persons
@NullMarked
package org.ridgeline.casework.redress;

import org.jspecify.annotations.NullMarked;
