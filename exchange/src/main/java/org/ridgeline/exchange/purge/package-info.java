/// Taking out of the exchange what it keeps of a submission's person, and what must be kept.
@NullMarked
package org.ridgeline.exchange.purge;

import org.jspecify.annotations.NullMarked;
