/// What charts and plots are drawn on, as SVG or PNG, without a plotting library.
@NullMarked
package org.ridgeline.chart.canvas;

import org.jspecify.annotations.NullMarked;
