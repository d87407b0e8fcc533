package org.ridgeline.policy;

import java.time.Instant;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Source;

/// What an officer has read in a court's or prosecutor's record of one charge.
/// - **Shape** `line` as [CaseHistory#line] names the charge's line in the criminal repository
public record HistoryEntry(String line, Disposition disposition, Source.Court court, Instant at) {}
