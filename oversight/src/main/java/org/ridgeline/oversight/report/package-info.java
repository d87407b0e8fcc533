/// What is published each month: counts that add up, with small ones hidden, as tables, charts and
/// files. A report is made from counts alone: the same counts give the same bytes.
@NullMarked
package org.ridgeline.oversight.report;

import org.jspecify.annotations.NullMarked;
