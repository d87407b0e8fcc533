/// What counts can say and what they cannot: shares with bounds, disparities between units, changes
/// around a date. Every published number and every disparity shown is computed here, once.
///
/// Numbers in, numbers out: who is counted, what may be shown and how small a cell may be is for
/// those who ask.
/// - **Start at** [org.ridgeline.estimate.share.Share],
///   [org.ridgeline.estimate.disparity.Disparity], [org.ridgeline.estimate.change.ArrestMix]
/// - **Depends on** no room
@NullMarked
package org.ridgeline.estimate;

import org.jspecify.annotations.NullMarked;
