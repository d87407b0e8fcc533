/// Extraction and the search of both repositories at once: the work between intake and answer.
@NullMarked
package org.ridgeline.exchange.identify;

import org.jspecify.annotations.NullMarked;
