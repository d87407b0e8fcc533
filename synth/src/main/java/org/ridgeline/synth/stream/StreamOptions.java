package org.ridgeline.synth.stream;

import java.time.LocalDate;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.synth.card.CardOptions.Content;

/// What a stream of bookings is like. Start from [#demo] or [#of], then change what matters.
///
/// `criminal`, `immigration` and `both` count the people whom only the one, only the other and both
/// repositories know before the first day. Shares are of all bookings.
/// - **Limit** counts 0.., shares 0..1, bookings a day above 0
/// - **Error** values out of limits: IllegalArgumentException
public record StreamOptions(
    Scale scale,
    LocalDate from,
    int days,
    double bookingsPerDay,
    int criminal,
    int immigration,
    int both,
    double repeaterShare,
    double immigrationShare,
    double aliasShare,
    double badShare,
    Content content,
    Cga compression) {
  public StreamOptions {
    if (days < 1 || !(bookingsPerDay > 0) || criminal < 0 || immigration < 0 || both < 0) {
      throw new IllegalArgumentException(
          "days="
              + days
              + " bookingsPerDay="
              + bookingsPerDay
              + " limit=above 0; counts="
              + criminal
              + ","
              + immigration
              + ","
              + both
              + " limit=0..");
    }
    for (double share : new double[] {repeaterShare, immigrationShare, aliasShare, badShare}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share=" + share + " limit=0..1");
      }
    }
  }

  /// A small county for demonstrations: some hundred people in each repository, quick cards, and
  /// every kind of booking within the first dozens.
  public static StreamOptions demo() {
    return new StreamOptions(
        Scale.COUNTY,
        LocalDate.of(2010, 1, 12),
        3,
        Scale.COUNTY.bookingsPerDay(),
        160,
        120,
        60,
        0.40,
        0.20,
        0.15,
        0.06,
        Content.TEN_ROLLED,
        Cga.PNG);
  }

  /// Days of an area at its usual rate, with shares as published figures suggest.
  public static StreamOptions of(Scale scale, LocalDate from, int days) {
    int perDay = scale.bookingsPerDay();
    return new StreamOptions(
        scale,
        from,
        days,
        perDay,
        perDay * 300,
        perDay * 60,
        perDay * 20,
        0.55,
        0.057,
        0.12,
        0.03,
        Content.FOURTEEN,
        Cga.PNG);
  }

  /// With populations of these sizes: known to the criminal repository only, to the immigration
  /// repository only, to both.
  public StreamOptions withPeople(int criminalOnly, int immigrationOnly, int inBoth) {
    return new StreamOptions(
        scale,
        from,
        days,
        bookingsPerDay,
        criminalOnly,
        immigrationOnly,
        inBoth,
        repeaterShare,
        immigrationShare,
        aliasShare,
        badShare,
        content,
        compression);
  }

  /// With these images on every card.
  public StreamOptions withCards(Content images, Cga cga) {
    return new StreamOptions(
        scale,
        from,
        days,
        bookingsPerDay,
        criminal,
        immigration,
        both,
        repeaterShare,
        immigrationShare,
        aliasShare,
        badShare,
        images,
        cga);
  }

  /// With this many bookings a day.
  public StreamOptions withRate(double perDay) {
    return new StreamOptions(
        scale,
        from,
        days,
        perDay,
        criminal,
        immigration,
        both,
        repeaterShare,
        immigrationShare,
        aliasShare,
        badShare,
        content,
        compression);
  }
}
