/// Two prints compared by their ridges: is there a way to lay one on the other, bent as skin bends,
/// on which ridge lies on ridge and minutia on minutia?
///
/// [PhaseComparison] is the recipe: minutiae alike by their [Surroundings], [Seeds] that also agree
/// in the ridges' phase nearby, [Growth] outward from the best of them, a [Warp] solved again each
/// round, and in the end [Evidence] over the whole overlap.
/// - **Rule** a print compared with another gives what the other gives with it; sums run in a fixed
///   order
@NullMarked
package org.ridgeline.search.compare;

import org.jspecify.annotations.NullMarked;
