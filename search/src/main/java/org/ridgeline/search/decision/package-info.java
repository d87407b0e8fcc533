/// What scores mean: thresholds, where they come from, and `Hit`, `Review`, `NoHit`.
@NullMarked
package org.ridgeline.search.decision;

import org.jspecify.annotations.NullMarked;
