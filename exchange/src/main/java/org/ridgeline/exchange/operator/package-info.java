/// People who use the console: their passwords' hashes, roles, locks and one-time links.
@NullMarked
package org.ridgeline.exchange.operator;

import org.jspecify.annotations.NullMarked;
