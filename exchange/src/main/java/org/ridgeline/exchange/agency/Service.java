package org.ridgeline.exchange.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ridgeline.exchange.Limits;

/// What an agency may ask of the exchange, each by its types of transaction.
/// - **Shape** `tots`: values of 1.004; `fingers`: the least number of usable fingers, 0 where none
///   are sent; `errorTot`: the type of transaction that refuses one
/// - **Source** EBTS 10.0, types of transaction by service
public enum Service {
  /// A person is booked: both repositories are searched where the agency's jurisdiction is active.
  BOOKING(List.of("CAR", "CNA"), Limits.FINGERS_USABLE_MIN, "ERRT"),
  /// Somebody applies for a licence or a post: criminal records and other applicants are searched,
  /// the immigration repository never.
  APPLICANT(
      List.of("NFUF", "NFUE", "NNDR", "FAUF", "FANC", "FNDR", "MAP", "MAPC"),
      Limits.FINGERS_USABLE_MIN,
      "ERRT"),
  /// Two to ten fingers at the roadside: an answer in a colour, and nothing is kept.
  RAPID(List.of("RPIS"), Limits.FINGERS_USABLE_MIN, "ERRT"),
  /// Whether prints are those of the one person named.
  VERIFICATION(List.of("FVR"), 1, "ERRT"),
  /// The images on record of a person.
  IMAGE_REQUEST(List.of("IRQ"), 0, "ERRI"),
  /// Better or further images of a person on record.
  IMAGE_SUBMISSION(List.of("FIS"), 1, "ERRA");

  private final List<String> tots;
  private final int fingers;
  private final String errorTot;

  Service(List<String> tots, int fingers, String errorTot) {
    this.tots = tots;
    this.fingers = fingers;
    this.errorTot = errorTot;
  }

  public List<String> tots() {
    return tots;
  }

  public int fingers() {
    return fingers;
  }

  public String errorTot() {
    return errorTot;
  }

  /// The name in rows, commands and JSON.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether whatever is found, nothing is kept of it that anybody goes back to.
  public boolean keepsNothing() {
    return this == RAPID || this == VERIFICATION || this == IMAGE_REQUEST;
  }

  /// The service that a type of transaction asks for; none of a type that asks for nothing here.
  public static Optional<Service> ofTot(String tot) {
    return Arrays.stream(values()).filter(service -> service.tots.contains(tot)).findFirst();
  }

  /// The service of a name; none of that name: IllegalArgumentException.
  public static Service ofKey(String key) {
    return Arrays.stream(values())
        .filter(service -> service.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "service \""
                    + key
                    + "\" expected="
                    + String.join(", ", Arrays.stream(values()).map(Service::key).toList())));
  }

  /// All types of transaction that are taken, by name.
  public static Set<String> allTots() {
    Set<String> all = new TreeSet<>();
    Arrays.stream(values()).forEach(service -> all.addAll(service.tots));
    return all;
  }
}
