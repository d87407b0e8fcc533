/// What is left of bytes that should be gone: the search for them in tables and files, and the
/// sweep that takes what a database leaves behind when rows are deleted.
@NullMarked
package org.ridgeline.node.trace;

import org.jspecify.annotations.NullMarked;
