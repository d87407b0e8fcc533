package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.jpeg2000.Progression.Change;

/// Against the loops of the standard, which walk every position of the tile.
/// - **Source** ISO/IEC 15444-1 B.12.1
class PacketOrderTest {
  private static final int LAYERS = 3;
  private static final byte[] PRECINCTS = {0x12, 0x33, 0x42, 0x34};

  @ParameterizedTest
  @CsvSource({
    "LRCP, 0, 0, 40, 50",
    "LRCP, 3, 5, 47, 33",
    "RLCP, 0, 0, 40, 50",
    "RLCP, 13, 7, 47, 33",
    "RPCL, 0, 0, 40, 50",
    "RPCL, 13, 7, 47, 33",
    "RPCL, 21, 30, 22, 61",
    "PCRL, 0, 0, 40, 50",
    "PCRL, 13, 7, 47, 33",
    "PCRL, 21, 30, 22, 61",
    "CPRL, 0, 0, 40, 50",
    "CPRL, 13, 7, 47, 33",
    "CPRL, 21, 30, 22, 61"
  })
  void goesAsTheStandardsLoops(Progression progression, int x0, int y0, int x1, int y1)
      throws Jpeg2000Refusal {
    Area tile = new Area(x0, y0, x1, y1);
    List<String> order = new ArrayList<>();
    List<TileComponent> components = components(tile);
    PacketOrder packets =
        new PacketOrder(
            tile,
            components,
            (component, resolution, precinct, layer) ->
                order.add(
                    layer
                        + " "
                        + resolution.number
                        + " "
                        + components.indexOf(component)
                        + " "
                        + precinct));

    packets.run(new Change(0, 33, 0, 256, LAYERS, progression), LAYERS);

    assertThat(order).isEqualTo(new Loops(tile, components(tile)).run(progression));
  }

  private static List<TileComponent> components(Area tile) throws Jpeg2000Refusal {
    List<TileComponent> components = new ArrayList<>();
    for (int levels = 1; levels <= 3; levels++) {
      CodingStyle coding = new CodingStyle(levels, 2, 2, 0, true, PRECINCTS);
      Quantisation steps = new Quantisation(true, 2, new int[] {8 << 11});
      TileComponent component = TileComponent.of(tile, coding, steps);
      component.divide(8);
      components.add(component);
    }
    return components;
  }

  /// As the standard writes them.
  private static final class Loops {
    private final Area tile;
    private final List<TileComponent> components;
    private final List<String> order = new ArrayList<>();

    Loops(Area tile, List<TileComponent> components) {
      this.tile = tile;
      this.components = components;
    }

    List<String> run(Progression progression) {
      switch (progression) {
        case LRCP -> layers(l -> resolutions(r -> each(c -> all(l, r, c))));
        case RLCP -> resolutions(r -> layers(l -> each(c -> all(l, r, c))));
        case RPCL -> resolutions(r -> positions((x, y) -> each(c -> at(r, c, x, y))));
        case PCRL -> positions((x, y) -> each(c -> resolutions(r -> at(r, c, x, y))));
        case CPRL -> each(c -> positions((x, y) -> resolutions(r -> at(r, c, x, y))));
      }
      return order;
    }

    private interface Step {
      void to(int i);
    }

    private interface Position {
      void at(int x, int y);
    }

    private static void layers(Step step) {
      for (int l = 0; l < LAYERS; l++) {
        step.to(l);
      }
    }

    private static void resolutions(Step step) {
      for (int r = 0; r < PRECINCTS.length; r++) {
        step.to(r);
      }
    }

    private void each(Step step) {
      for (int c = 0; c < components.size(); c++) {
        step.to(c);
      }
    }

    private void positions(Position position) {
      for (int y = tile.y0(); y < tile.y1(); y++) {
        for (int x = tile.x0(); x < tile.x1(); x++) {
          position.at(x, y);
        }
      }
    }

    private void all(int l, int r, int c) {
      List<Resolution> resolutions = components.get(c).resolutions();
      if (r < resolutions.size()) {
        for (int k = 0; k < resolutions.get(r).precincts.count(); k++) {
          order.add(l + " " + r + " " + c + " " + k);
        }
      }
    }

    private void at(int r, int c, int x, int y) {
      List<Resolution> resolutions = components.get(c).resolutions();
      if (r >= resolutions.size() || resolutions.get(r).precincts.count() == 0) {
        return;
      }
      Resolution one = resolutions.get(r);
      Precincts grid = one.precincts;
      int steps = resolutions.size() - 1 - r;
      boolean across =
          x % (1 << grid.widthExponent() + steps) == 0
              || x == tile.x0()
                  && (one.area.x0() << steps) % (1 << grid.widthExponent() + steps) != 0;
      boolean down =
          y % (1 << grid.heightExponent() + steps) == 0
              || y == tile.y0()
                  && (one.area.y0() << steps) % (1 << grid.heightExponent() + steps) != 0;
      if (across && down) {
        int px = (Area.ceilShift(x, steps) >> grid.widthExponent()) - grid.firstAcross();
        int py = (Area.ceilShift(y, steps) >> grid.heightExponent()) - grid.firstDown();
        layers(l -> order.add(l + " " + r + " " + c + " " + (py * grid.across() + px)));
      }
    }
  }
}
