/// How an engine's errors differ between groups of people, sensors and prints.
@NullMarked
package org.ridgeline.bench.fairness;

import org.jspecify.annotations.NullMarked;
