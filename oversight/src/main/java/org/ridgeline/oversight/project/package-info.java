/// Follows other rooms' facts and keeps what they add up to.
@NullMarked
package org.ridgeline.oversight.project;

import org.jspecify.annotations.NullMarked;
