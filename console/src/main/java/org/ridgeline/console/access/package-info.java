/// Agencies and offices for administrators: who has access, since when and until when.
@NullMarked
package org.ridgeline.console.access;

import org.jspecify.annotations.NullMarked;
