/// Other people's engines, to be measured beside ours.
@NullMarked
package org.ridgeline.bench.peer;

import org.jspecify.annotations.NullMarked;
