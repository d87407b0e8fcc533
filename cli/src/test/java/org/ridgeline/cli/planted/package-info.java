/// Classes that break the rules of the house, for tests that see the rules fail.
@NullMarked
package org.ridgeline.cli.planted;

import org.jspecify.annotations.NullMarked;
