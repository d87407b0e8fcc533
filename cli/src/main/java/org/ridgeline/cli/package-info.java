/// The command line: one class a command; what a command does lies in the rooms.
/// - **Depends on** vocabulary, codec, extract, search, policy, node, ledger, repository, exchange,
///   casework, synth, chart, bench, rest, app, demo
@NullMarked
package org.ridgeline.cli;

import org.jspecify.annotations.NullMarked;
