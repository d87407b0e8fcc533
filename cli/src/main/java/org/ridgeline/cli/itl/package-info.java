/// `itl`: look into, check, build ANSI/NIST-ITL files.
@NullMarked
package org.ridgeline.cli.itl;

import org.jspecify.annotations.NullMarked;
