/// Plots of error rates and of times over sizes, as SVG or PNG.
@NullMarked
package org.ridgeline.bench.plot;

import org.jspecify.annotations.NullMarked;
