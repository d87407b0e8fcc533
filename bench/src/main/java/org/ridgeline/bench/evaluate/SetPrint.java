package org.ridgeline.bench.evaluate;

import java.util.Optional;
import java.util.OptionalInt;
import org.ridgeline.vocabulary.Template;

/// A print of a run: where it is from and how good our extractor found it.
/// - **Shape** `set`: its folder's name; `file`: its file's name; `finger`: told from all others of
///   its folder; `person` and `position` where names of files say them; `quality` of the template,
///   empty where there is none
public record SetPrint(
    String set,
    String file,
    String finger,
    Optional<String> person,
    Optional<String> position,
    OptionalInt quality) {
  static SetPrint of(String set, Print print) {
    PrintFile file = print.file();
    return new SetPrint(
        set,
        file.path().getFileName().toString(),
        file.fingerKey(),
        file.person(),
        file.person().map(_ -> file.finger()),
        print.template().map(Template::quality).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
