package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void readsTheHeader() {
    Header header = Header.of(ItlReaderTest.accepted(Golden.card()).header());
    assertThat(header.tot()).isEqualTo("CAR");
    assertThat(header.nsrPpi()).isEqualTo(500);
    assertThat(header.pry()).isEmpty();
    assertThat(header.cnt())
        .containsExactly(
            new Header.Content(2, 0), new Header.Content(4, 1), new Header.Content(14, 2));
  }

  @Test
  void seesImagesOfBothKinds() {
    Transaction card = ItlReaderTest.accepted(Golden.card());
    List<ImageView> images =
        card.records().stream().flatMap(r -> ImageView.of(card, r).stream()).toList();
    assertThat(images).extracting(ImageView::record).containsExactly("4", "14");
    assertThat(images).extracting(ImageView::resolutionPpi).containsExactly(500, 1000);
    assertThat(images).extracting(ImageView::positions).containsExactly(List.of(2), List.of(3));
    assertThat(images).extracting(ImageView::src).containsOnly("CA0340000");
  }

  @Test
  void readsTheMinutiaeOfEveryBlock() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~9^00$");
    String nine =
        Golden.record(
            "9.001:",
            "|9.002:00|9.003:1|9.004:U|9.006:2|9.007:T^PA|9.010:1|9.011:0|"
                + "9.012:1^01230456090^7^A|9.014:02|9.017:LS|9.023:001^11112222333^05^B|"
                + "9.126:27^513|9.128:500|9.129:600|9.130:2|9.131:197|9.132:197|9.134:2|"
                + "9.137:1^10^20^45^1^80~2^x^20^45^1^80$");
    ItlRecord record = ItlReaderTest.accepted(Golden.bytes(one + nine)).records().get(1);
    List<MinutiaeView> views = MinutiaeView.of(record);
    assertThat(views).hasSize(3);
    MinutiaeView.Standard standard = (MinutiaeView.Standard) views.get(0);
    assertThat(standard.minutiae())
        .containsExactly(new MinutiaeView.StandardMinutia(1, 123, 456, 90, 7, "A"));
    MinutiaeView.Iafis iafis = (MinutiaeView.Iafis) views.get(1);
    assertThat(iafis.minutiae())
        .containsExactly(new MinutiaeView.StandardMinutia(1, 1111, 2222, 333, 5, "B"));
    MinutiaeView.Incits378 incits = (MinutiaeView.Incits378) views.get(2);
    assertThat(incits.resolutionPpi()).isEqualTo(500);
    assertThat(incits.minutiae())
        .containsExactly(new MinutiaeView.Incits378Minutia(1, 10, 20, 45, 1, 80));
  }

  @Test
  void readsSupportRecords() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^4~20^00~21^01~98^02~99^03$");
    String rest =
        Golden.record("20.001:", "|20.002:00|20.003:S|20.004:A|20.021:7$")
            + Golden.record("21.001:", "|21.002:01|21.004:A|21.021:9|21.999:xx$")
            + Golden.record("98.001:", "|98.002:02|98.003:0000|98.004:A|98.005:T|98.006:2$")
            + Golden.record("99.001:", "|99.002:03|99.004:A|99.101:00000008|99.999:$|$");
    Transaction read = ItlReaderTest.accepted(Golden.bytes(one + rest));
    List<SupportView> views =
        read.records().stream().flatMap(r -> SupportView.of(r).stream()).toList();
    assertThat(views).hasSize(4);
    assertThat(((SupportView.SourceRepresentation) views.get(0)).srn()).hasValue(7);
    assertThat(((SupportView.AssociatedContext) views.get(1)).data()).isPresent();
    assertThat(((SupportView.Assurance) views.get(2)).dft()).isEqualTo("T");
    assertThat(((SupportView.Cbeff) views.get(3)).data()).isEqualTo(Golden.bytes("$|"));
  }

  @Test
  void viewsEveryReferenceFile() {
    int minutiae = 0;
    int images = 0;
    for (Path file : SharedData.transactions("itl")) {
      if (ItlReader.read(SharedData.bytes(file)) instanceof Decoded.Accepted accepted) {
        Header.of(accepted.transaction().header());
        for (ItlRecord record : accepted.transaction().records()) {
          images += ImageView.of(accepted.transaction(), record).isPresent() ? 1 : 0;
          SupportView.of(record);
          for (MinutiaeView view : MinutiaeView.of(record)) {
            minutiae += view.fgps().size();
          }
        }
      }
    }
    assertThat(images).isGreaterThan(200);
    assertThat(minutiae).isGreaterThan(10);
  }
}
