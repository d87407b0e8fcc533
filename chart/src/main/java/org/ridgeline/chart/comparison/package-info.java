/// Two prints of a finger: what they score as a search compares them, why, and a picture of it.
@NullMarked
package org.ridgeline.chart.comparison;

import org.jspecify.annotations.NullMarked;
