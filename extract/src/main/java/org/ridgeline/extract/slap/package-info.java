/// A slap, several plain fingers on one plate, to the box of each finger: coarse cells that show
/// ridges, the hand's turn, the fingers under their tips, the cut at the first joint, the hand.
/// - **Depends on** vocabulary
/// - **Rule** pure: no framework, clock, randomness or I/O
@NullMarked
package org.ridgeline.extract.slap;

import org.jspecify.annotations.NullMarked;
