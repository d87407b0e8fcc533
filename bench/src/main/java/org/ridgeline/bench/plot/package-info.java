/// Plots of error rates and pictures of comparisons, as SVG or PNG, without a plotting library.
@NullMarked
package org.ridgeline.bench.plot;

import org.jspecify.annotations.NullMarked;
