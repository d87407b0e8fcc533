package org.ridgeline.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.app.Server;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.vocabulary.Ori;

/// A server with a small fictional world in it, and a browser before it.
public final class World implements AutoCloseable {
  static final String ACTIVE = "CA0340000";
  static final String INACTIVE = "NV0160000";
  static final long KNOWN_PERSON = 11;
  static final String NAME_ON_RECORD = "ROE,JUAN";

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Server server;
  private final Playwright playwright;
  private final Browser browser;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens;
  private final Path data;
  private Optional<DataFolder> beside = Optional.empty();

  /// What the browser complained of, and requests that went elsewhere.
  final List<String> complaints = new ArrayList<>();

  public World(Path data, Path chromium, Class<?>... doors) throws Exception {
    this.data = data;
    server =
        Server.start(
            data, Optional.empty(), new Server.Listen("127.0.0.1", 0, Optional.empty()), doors);
    tokens = agencies(Rooms.of(server).stores());
    Rooms.of(server).stores().offices().add("Western Review Office", List.of("CA"));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  private static Map<String, String> agencies(Rooms.Exchange stores) {
    String active = add(stores, ACTIVE, "Sacramento County Sheriff", "06067", "Sacramento");
    stores.activation().activate(new Ori(ACTIVE), LocalDate.parse("2010-01-12"));
    String inactive = add(stores, INACTIVE, "Washoe County Sheriff", "32031", "Washoe");
    add(stores, "CA0130000", "Imperial County Sheriff", "06025", "Imperial");
    stores.activation().activate(new Ori("CA0130000"), LocalDate.parse("2010-02-16"));
    add(stores, "TX1010000", "Harris County Sheriff", "48201", "Harris");
    stores.activation().activate(new Ori("TX1010000"), LocalDate.parse("2008-10-27"));
    add(stores, "TX1010100", "Houston Police Department", "48201", "Harris");
    stores.activation().activate(new Ori("TX1010100"), LocalDate.parse("2009-03-02"));
    return Map.of(ACTIVE, active, INACTIVE, inactive);
  }

  private static String add(
      Rooms.Exchange stores, String ori, String name, String fips, String county) {
    return stores
        .agencies()
        .add(
            new Agency(
                new Ori(ori),
                name,
                ori.substring(0, 2),
                fips,
                county,
                true,
                Channel.FETCH,
                Optional.empty()));
  }

  /// The exchange's database, beside the running server.
  javax.sql.DataSource exchange() throws IOException {
    if (beside.isEmpty()) {
      beside = Optional.of(DataFolder.use(data, Settings.of(data, Optional.empty())));
    }
    return beside.get().databases().exchange();
  }

  public Server server() {
    return server;
  }

  public String url() {
    return server.url();
  }

  /// Enrols the known person in the immigration repository, under the name on record.
  void enrolKnown() throws InterruptedException {
    byte[] card = BookingCards.booking(ACTIVE, "IMM0001", NAME_ON_RECORD, KNOWN_PERSON, 1, 2, 3, 7);
    Rooms.of(server).importer(RepositoryName.IMMIGRATION).take(card);
  }

  /// Posts a card as an agency; gives its control number.
  String post(String ori, byte[] card) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        http.send(
            HttpRequest.newBuilder(URI.create(url() + "/api/v1/submissions"))
                .header("Authorization", "Bearer " + tokens.get(ori))
                .POST(HttpRequest.BodyPublishers.ofByteArray(card))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return reply.body().replaceFirst("(?s).*\"control\":\"([^\"]+)\".*", "$1");
  }

  /// A new browser window without a session.
  public Page page(int width, boolean dark) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(
                    dark
                        ? com.microsoft.playwright.options.ColorScheme.DARK
                        : com.microsoft.playwright.options.ColorScheme.LIGHT));
    context.setDefaultTimeout(60_000);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    page.onPageError(error -> complaints.add(error));
    page.onRequest(request -> {
      if (!request.url().startsWith(url())) {
        complaints.add("request to " + request.url());
      }
    });
    return page;
  }

  @Override
  public void close() throws IOException {
    if (beside.isPresent()) {
      beside.get().close();
    }
    browser.close();
    playwright.close();
    server.close();
  }
}
