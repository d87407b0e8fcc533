/// Exports of a whole repository, each proposed by one person and agreed to by another: what was
/// decided, until when it holds, and what became of it. Rows are read by
/// [org.ridgeline.repository.ExportRows]; files are written by the rooms above.
/// - **State** the table `export` of the repository's schema
@NullMarked
package org.ridgeline.repository.export;

import org.jspecify.annotations.NullMarked;
