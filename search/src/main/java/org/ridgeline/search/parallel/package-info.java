/// How work is spread over threads that the caller hands in.
@NullMarked
package org.ridgeline.search.parallel;

import org.jspecify.annotations.NullMarked;
