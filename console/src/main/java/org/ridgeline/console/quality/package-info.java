/// Held cards: the queue, a card's images as on a ten-print card, corrections and the decision. No
/// name, charge, nationality or result is on these pages.
@NullMarked
package org.ridgeline.console.quality;

import org.jspecify.annotations.NullMarked;
