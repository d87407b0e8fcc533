package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.SearchRow;

/// One repository's part of the work on a submission. Running it again after a crash is harmless.
interface Search {
  /// Does the part and closes its row.
  void run(SearchRow row);

  /// Closes the row with an error after too many failures.
  void giveUp(SearchRow row);
}
