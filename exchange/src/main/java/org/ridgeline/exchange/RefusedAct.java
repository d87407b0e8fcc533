package org.ridgeline.exchange;

import java.util.List;

/// A change of who has access that is not allowed; nothing was changed.
public final class RefusedAct extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /// What is refused. Doors that speak more than English have words of their own for each of their
  /// acts.
  public enum Why {
    AGENCY_EXISTS(
        "agency %s exists and was not changed: change it with \"agency change\", give it another"
            + " token with \"agency rotate-token\""),
    NO_SUCH_AGENCY("no agency has the ORI \"%s\""),
    AGENCY_IN_USE(
        "agency %s cannot be removed, since submissions, activations or people belong to it:"
            + " disable it"),
    AGENCY_CALLBACK("callback=%s expected http://HOST or https://HOST"),
    PERMIT_OF_AGENCY("sends-as=%s is another agency's ORI, expected one that is nobody's"),
    NO_SUCH_PERMIT("agency %s is not let to send under %s"),
    NO_SUCH_SERVICE("agency %s is not let to ask for %s"),
    NO_SUCH_COPY("copies of agency %s's answers do not go to %s"),
    COPY_TO_ITSELF("agency %s gets its own answers, expected another agency"),
    NO_SUCH_BUREAU("%s is no bureau of the state %s"),
    OFFICE_EXISTS(
        "office \"%s\" exists and was not changed: change it with \"office change\", give it"
            + " another token with \"office rotate-token\""),
    NO_SUCH_OFFICE("no office is named \"%s\""),
    OFFICE_IN_USE("office \"%s\" cannot be removed, since leads belong to it: disable it"),
    OFFICE_ENTRY(
        "an office needs a name of 1 to 200 characters and an area at least: a state of two"
            + " letters or a county of five digits"),
    TOKEN_OVERLAP("overlap=%s expected nought to 30 days"),
    TOKEN_EXPIRY("expires=%s expected a moment to come, within ten years"),
    CERTIFICATE_FILE(
        "the file holds %s, expected the agency's certificate alone, PEM, 64 KiB at most: without"
            + " its key and without its authority's"),
    CERTIFICATE_SHA256("sha256=%s expected 64 hex digits"),
    CERTIFICATE_ENDED("the certificate ended %s, expected one that holds"),
    CERTIFICATE_EXPIRY("expires=%s expected a moment to come, within ten years"),
    CERTIFICATE_TAKEN(
        "certificate %s is registered with agency %s: remove it there first (agency"
            + " remove-certificate)"),
    CERTIFICATES_FULL("agency %s has %s certificates, no more expected: remove one that has ended"),
    NO_SUCH_CERTIFICATE("certificate %s is not registered with agency %s: see \"agency list\""),
    NO_CERTIFICATE(
        "agency %s has no certificate that holds, so nothing would let it in: add one first"),
    WEEK_NOT_OVER("the week of %s is not over: its bookings can be told when it is"),
    ACT_REASON("a reason of 1 to 500 characters expected"),
    NO_SUCH_OPERATOR("no operator \"%s\""),
    LAST_ADMINISTRATOR(
        "%s is the last administrator who may log in: invite or enable another before"),
    OWN_ACCOUNT("%s cannot do this to themself: another administrator must"),
    OPERATOR_EXPIRY("expires=%s expected a moment to come, within ten years");

    private final String words;

    Why(String words) {
      this.words = words;
    }
  }

  private final Why why;
  private final List<String> about;

  public RefusedAct(Why why, Object... about) {
    super(String.format(why.words, about));
    this.why = why;
    this.about = List.of(about).stream().map(String::valueOf).toList();
  }

  /// What is refused.
  public Why why() {
    return why;
  }

  /// What it is refused of: an ORI, a name.
  public List<String> about() {
    return about;
  }
}
