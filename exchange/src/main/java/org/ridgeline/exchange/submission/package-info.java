/// A submission as it stands: state, findings, probe, searches. SQL of the queue.
@NullMarked
package org.ridgeline.exchange.submission;

import org.jspecify.annotations.NullMarked;
