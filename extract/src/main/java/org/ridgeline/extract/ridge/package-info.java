/// One finger image to its ridges as a wave and the minutiae in it, one class a step.
///
/// [RidgeReader] is the recipe: [Resampling] to 500 ppi, [Contrast] evened out, [Flow] of the
/// ridges and where there are any, [Periods] from ridge to ridge, [Waves] by oriented filters,
/// [Vortices] of the phase, which are the minutiae.
///
/// Of ridges, just seen or a template's, and only where somebody asks: [SingularPoints], the cores
/// and deltas, [RidgeCounts] between places, and the [PatternHint] of cores and deltas.
/// - **Rule** sums run in a fixed order and no library function is asked whose last bits may
///   differ: a print gives the same bits on every machine
@NullMarked
package org.ridgeline.extract.ridge;

import org.jspecify.annotations.NullMarked;
