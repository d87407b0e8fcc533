/// How a submission comes in: checks, control number, replay, refusal; HTTP bodies and drop folder.
@NullMarked
package org.ridgeline.exchange.intake;

import org.jspecify.annotations.NullMarked;
