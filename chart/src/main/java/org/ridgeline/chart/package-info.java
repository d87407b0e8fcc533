/// Charts: what a comparison of two prints saw, drawn and put in words, as an examiner charts what
/// they saw; and the canvas that curves are drawn on, too. No files but those it is told to write.
/// - **Depends on** vocabulary, extract, search
/// - **Packages** `canvas` one drawing for SVG and PNG; `comparison` two prints of a finger, their
///   score and why they have it
@NullMarked
package org.ridgeline.chart;

import org.jspecify.annotations.NullMarked;
