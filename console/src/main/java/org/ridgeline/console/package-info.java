/// The console: pages by who uses them, one package each; what all share is in `page`.
/// - **Depends on** vocabulary, codec, policy, estimate, ledger, repository, chart, exchange,
///   casework, oversight, rest
@NullMarked
package org.ridgeline.console;

import org.jspecify.annotations.NullMarked;
