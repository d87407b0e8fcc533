/// Tests of the public pages.
@NullMarked
package org.ridgeline.app.redress;

import org.jspecify.annotations.NullMarked;
