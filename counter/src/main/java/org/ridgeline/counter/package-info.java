/// The public pages, without a log-in: complaints and claims in several languages, and the
/// published statistics.
/// - **Depends on** vocabulary, casework, oversight
@NullMarked
package org.ridgeline.counter;

import org.jspecify.annotations.NullMarked;
