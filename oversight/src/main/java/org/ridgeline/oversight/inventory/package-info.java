/// What an installation holds, who may do what with it, and by which rules and algorithms it works:
/// asked of the running system by the roof, written here as a page, JSON, PDF and Markdown.
/// - **State** none; the same inventory gives the same bytes
@NullMarked
package org.ridgeline.oversight.inventory;

import org.jspecify.annotations.NullMarked;
