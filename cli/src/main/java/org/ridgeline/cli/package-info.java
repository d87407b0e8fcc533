/// The command line: one class a command; what a command does lies in the rooms.
@NullMarked
package org.ridgeline.cli;

import org.jspecify.annotations.NullMarked;
