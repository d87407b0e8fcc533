/// How answers reach agencies: folder, callback, retries until acknowledged.
@NullMarked
package org.ridgeline.exchange.delivery;

import org.jspecify.annotations.NullMarked;
