/// Two looks at the minutiae of a probe finger and a gallery finger.
///
/// [QuickComparer]: is there a turn and a move that lays one on the other? [MinutiaeComparison]:
/// the comparison in full where ridges are not known, which follows bent prints.
/// - **Unit** of time: the quick look a few microseconds a pair, the full comparison 0.1 to 0.2 ms
@NullMarked
package org.ridgeline.search.refine;

import org.jspecify.annotations.NullMarked;
