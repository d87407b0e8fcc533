/// Learns what the search engine knows: its signature network and what its scores mean.
@NullMarked
package org.ridgeline.bench.learn;

import org.jspecify.annotations.NullMarked;
