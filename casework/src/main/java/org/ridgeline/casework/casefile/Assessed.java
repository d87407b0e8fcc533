package org.ridgeline.casework.casefile;

import java.util.List;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.policy.Priority;
import org.ridgeline.policy.history.History;

/// A case's history and what the policy makes of it today.
public record Assessed(History history, List<FactorStore.Row> factors, Priority priority) {}
