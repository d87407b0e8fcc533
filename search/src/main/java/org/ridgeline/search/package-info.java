/// One ten-print probe against a gallery: compare, fuse over fingers, rank, decide. SourceAFIS
/// compares at first, behind the types of this room.
/// - **Depends on** vocabulary - **Used by** repository, bench, app
/// - **Packages** `gallery` who is searched; `rank` scores and order; `decision` thresholds
@NullMarked
package org.ridgeline.search;

import org.jspecify.annotations.NullMarked;
