/// Who is searched: the templates of every person of one repository, in memory.
/// - **Layout** an immutable snapshot replaced on change, so that searches never wait for writers
@NullMarked
package org.ridgeline.search.gallery;

import org.jspecify.annotations.NullMarked;
