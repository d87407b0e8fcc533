/// Accuracy: prints in folders, compared one to one and one to many, by every engine in one run.
///
/// [Comparer] and [Engine] are where an engine plugs in; `standard()` of each lists those that run.
/// - **Source** ISO/IEC 19795-1; FVC2000 protocol for 1:1
@NullMarked
package org.ridgeline.bench.evaluate;

import org.jspecify.annotations.NullMarked;
