package org.ridgeline.cli.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a number on the command line may be, both ends included. Every number has one but seeds,
/// which may be any; [Ranges] holds to it before a command runs.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Between {
  /// The least.
  double least();

  /// The most; without, as much as fits.
  double most() default Double.POSITIVE_INFINITY;
}
