package org.ridgeline.repository;

import java.util.Map;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// What an encounter's stored images gave.
/// - **Shape** `templates`: to take the place of older ones; `left`: fingers that keep theirs
public record NewTemplates(
    UUID encounterId,
    Map<FingerPosition, Template> templates,
    Map<FingerPosition, NotRenewed> left) {
  public NewTemplates {
    templates = Map.copyOf(templates);
    left = Map.copyOf(left);
  }
}
