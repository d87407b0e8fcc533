/// The public pages, without a log-in: complaints and claims in several languages.
/// - **Depends on** vocabulary, casework
@NullMarked
package org.ridgeline.counter;

import org.jspecify.annotations.NullMarked;
