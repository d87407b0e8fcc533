package org.ridgeline.exchange.identify;

import org.ridgeline.vocabulary.Template;

/// Compares two prints of a booking with each other. Which matcher does it is the wiring's choice.
/// - **Error** a template at another resolution than the matcher's: IllegalArgumentException
public interface PrintComparison {
  /// A print to be compared with others, made ready once.
  Compared of(Template print);

  /// A print that is ready.
  interface Compared {
    /// How much more likely the two are one finger than two.
    /// - **Unit** centibits: 100 is twice as likely
    int centibits(Template other);
  }
}
