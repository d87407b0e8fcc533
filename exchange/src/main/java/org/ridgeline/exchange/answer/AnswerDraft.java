package org.ridgeline.exchange.answer;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Limits;

/// A transaction that answers another, as it is written: it names the other's TCN in 1.010 TCR,
/// swaps 1.008 ORI and 1.007 DAI, and echoes ATN, SCO, OCA and CRI unchanged.
final class AnswerDraft {
  static final int ATN = 6;
  static final int SCO = 7;
  static final int OCA = 9;
  static final int FBI = 14;
  static final int SID = 15;
  static final int MNU = 17;
  static final int NAM = 18;
  static final int SRF = 59;
  static final int MSG = 60;
  static final int FIU = 72;
  static final int CRI = 73;
  static final int ERS = 75;
  static final int NOT = 88;
  static final int NDR = 98;

  private static final DateTimeFormatter DAT = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

  private final Question question;
  private final TransactionBuilder out;

  private AnswerDraft(Question question, TransactionBuilder out) {
    this.question = question;
    this.out = out;
  }

  /// Begins an answer of a type.
  static AnswerDraft of(String tot, Question question) {
    var now = question.now().atOffset(ZoneOffset.UTC);
    AnswerDraft draft = new AnswerDraft(question, TransactionBuilder.of(tot));
    draft
        .out
        .header(5, DAT.format(now.toLocalDate()))
        .header(7, draft.header(8).orElse("UNKNOWN00"))
        .header(8, draft.header(7).orElse("RIDGELINE"))
        .header(9, question.control() + "-" + tot)
        .header(13, draft.header(13).orElse("NORAM"))
        .header(14, GMT.format(now));
    draft.header(6).ifPresent(pry -> draft.out.header(6, pry));
    draft.header(9).ifPresent(tcn -> draft.out.header(10, tcn));
    return draft.echo(ATN, SCO, OCA, CRI);
  }

  /// Gives it a TCN of its own in place of control number and type.
  AnswerDraft tcn(String tcn) {
    out.header(9, tcn);
    return this;
  }

  AnswerDraft field(int field, String... values) {
    out.field2(field, values);
    return this;
  }

  AnswerDraft field(int field, Optional<String> value) {
    value.ifPresent(text -> out.field2(field, text));
    return this;
  }

  /// Repeats what the question says in these fields: at most [Limits#ECHOED_MAX] subfields of as
  /// many items, so that an answer has room for what a card may hold, and no control characters,
  /// which a sender may have put in and no answer can carry.
  AnswerDraft echo(int... fields) {
    for (int field : fields) {
      question
          .two()
          .map(two -> two.subfields(field))
          .filter(subfields -> !subfields.isEmpty())
          .ifPresent(subfields -> out.field2(field, shown(subfields)));
    }
    return this;
  }

  /// Adds an image of a finger.
  AnswerDraft finger(int fgp, int imp, Picture picture) {
    out.finger(fgp, imp, picture);
    return this;
  }

  /// Adds a tagged record.
  AnswerDraft record(int type, Map<Integer, String> fields, Optional<byte[]> data) {
    out.record(type, fields, data);
    return this;
  }

  /// What the question says in a field.
  Optional<String> asked(int field) {
    return question
        .two()
        .flatMap(two -> two.value(field))
        .map(AnswerDraft::shown)
        .filter(value -> !value.isBlank());
  }

  Answer done(Answer.Says says, Answer.About about) {
    return done(UUID.randomUUID(), says, about);
  }

  Answer done(UUID answerId, Answer.Says says, Answer.About about) {
    byte[] bytes = ItlWriter.write(out.build());
    return new Answer(answerId, question.control(), says, about, bytes, question.now());
  }

  private Optional<String> header(int field) {
    return question
        .header()
        .flatMap(header -> header.value(field))
        .map(ErrtMessages::ascii)
        .filter(value -> !value.isBlank());
  }

  private static List<List<String>> shown(List<List<String>> subfields) {
    return subfields.stream()
        .limit(Limits.ECHOED_MAX)
        .map(items -> items.stream().limit(Limits.ECHOED_MAX).map(AnswerDraft::shown).toList())
        .toList();
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
