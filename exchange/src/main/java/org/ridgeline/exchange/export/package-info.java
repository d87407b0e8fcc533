/// A whole repository written into a folder, in forms that other systems read: each encounter's
/// file as it came, a manifest, history, digests.
@NullMarked
package org.ridgeline.exchange.export;

import org.jspecify.annotations.NullMarked;
