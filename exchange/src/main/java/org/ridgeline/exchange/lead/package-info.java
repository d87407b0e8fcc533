/// Notifications for the reviewing offices: one per immigration hit, unverified.
@NullMarked
package org.ridgeline.exchange.lead;

import org.jspecify.annotations.NullMarked;
