/// A quick look at the minutiae of a probe finger and a gallery finger: is there a turn and a move
/// that lays one on the other?
/// - **Unit** of time: a few microseconds a pair, a tenth of a full comparison
@NullMarked
package org.ridgeline.search.refine;

import org.jspecify.annotations.NullMarked;
