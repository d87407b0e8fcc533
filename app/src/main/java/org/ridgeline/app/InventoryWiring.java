package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ridgeline.app.RetentionWiring.Rules;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.inventory.Entry;
import org.ridgeline.oversight.inventory.Inventory;
import org.ridgeline.oversight.inventory.InventorySource;
import org.ridgeline.oversight.inventory.Part;
import org.ridgeline.search.rank.Engine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Who is asked for what goes into the inventory.
@Configuration(proxyBeanMethods = false)
@Lazy
class InventoryWiring {
  private static final InventoryWords WORDS = new InventoryWords();

  /// What of the rooms is asked anew each time.
  record Partners(
      AgencyStore agencies, OfficeStore offices, SendingPermits permits, LedgerSettings ledger) {
    List<Entry> entries() {
      List<Entry> rows = new ArrayList<>();
      Set<String> enabled =
          agencies.enabled().stream().map(one -> one.ori().value()).collect(Collectors.toSet());
      Set<String> states = new TreeSet<>();
      for (Agency one : agencies.all()) {
        states.add(one.state());
        String standing = enabled.contains(one.ori().value()) ? "has access" : "disabled";
        rows.add(
            partner("agency", one.name() + " (" + one.ori().value() + ")", one.state(), standing));
      }
      for (String state : states) {
        permits
            .bureaus(state)
            .forEach(ori -> rows.add(partner("state bureau", ori, state, "has access")));
      }
      offices
          .all()
          .forEach(one ->
              rows.add(
                  partner(
                      "office",
                      one.office().name(),
                      "",
                      one.disabledAt().isEmpty() ? "has access" : "disabled")));
      for (RepositoryName name : RepositoryName.values()) {
        rows.add(partner("repository", name.key(), "", "answers searches"));
      }
      ledger
          .witness()
          .ifPresent(_ -> rows.add(partner("witness", "of the ledger", "", "countersigns")));
      ledger
          .authority()
          .ifPresent(_ -> rows.add(partner("time stamp authority", "of the ledger", "", "stamps")));
      return rows;
    }

    private static Entry partner(String kind, String name, String state, String standing) {
      return Entry.of(Part.PARTNERS, kind, name, state, standing);
    }
  }

  /// What is in force.
  record InForce(Rules retention, DeterminationKinds kinds, CustodyRules custody) {}

  @Bean
  Partners inventoryPartners(
      AgencyStore agencies, OfficeStore offices, SendingPermits permits, LedgerSettings ledger) {
    return new Partners(agencies, offices, permits, ledger);
  }

  @Bean
  InForce inventoryInForce(Rules retention, DeterminationKinds kinds, CustodyRules custody) {
    return new InForce(retention, kinds, custody);
  }

  @Bean
  InventoryCatalogue inventoryCatalogue(
      DataFolder folder,
      @Qualifier("exchangeData") DataSource exchange,
      @Qualifier("caseworkData") DataSource casework,
      @Qualifier("ledgerData") DataSource ledger,
      @Qualifier("oversightData") DataSource oversight) {
    return new InventoryCatalogue(
        folder,
        Map.of(
            "exchange", exchange, "casework", casework, "ledger", ledger, "oversight", oversight),
        WORDS);
  }

  @Bean
  InventorySource inventorySource(
      DataFolder folder, RoomSettings settings, InventoryCatalogue catalogue, Asked asked) {
    return () -> {
      List<Entry> entries = new ArrayList<>(catalogue.entries());
      entries.addAll(InventoryRooms.folders(there(folder), WORDS));
      entries.addAll(InventoryRooms.people(WORDS));
      entries.addAll(InventoryRooms.purposes(WORDS));
      entries.addAll(InventoryRooms.services());
      entries.addAll(asked.partners().entries());
      InForce inForce = asked.inForce();
      entries.addAll(InventoryRooms.retention(inForce.retention().all(), settings.retention()));
      entries.addAll(InventoryRooms.algorithms(asked.engine().calibration()));
      entries.addAll(InventoryRooms.lines(settings.thresholds()));
      entries.addAll(
          InventoryRooms.policies(
              settings, StatisticsSettings.of(folder.settings()), inForce.kinds()));
      entries.addAll(InventoryRooms.holdLimits(inForce.custody().limits()));
      entries.addAll(InventoryRooms.settings(folder.settings()));
      entries.add(Entry.of(Part.FORMATS, "program", Server.VERSION));
      return new Inventory(
          Server.VERSION, asked.clock().instant().truncatedTo(ChronoUnit.SECONDS), entries);
    };
  }

  /// Who is asked.
  record Asked(Partners partners, InForce inForce, Engine engine, Clock clock) {}

  @Bean
  Asked inventoryAsked(Partners partners, InForce inForce, Engine engine, Clock clock) {
    return new Asked(partners, inForce, engine, clock);
  }

  private static Set<String> there(DataFolder folder) {
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(folder.root())) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException("data folder: " + e.getMessage(), e);
    }
    return names;
  }
}
