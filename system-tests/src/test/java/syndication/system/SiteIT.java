package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// The site as a reader sees it, in a real browser, on a phone's width and on a desk's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteIT {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 1600;
  private static final String AXE = axe();

  private static final List<String> HEADLINES =
      List.of(
          "Estuary ferry adds a night boat",
          "Old dock becomes a market hall",
          "Harbour pilots train on a simulator",
          "Seal rescued from the marina",
          "Storm closes the coastal road");

  private final Installation syndicate = Installation.shared();
  private @Nullable ChromeDriver started;

  @BeforeAll
  void open() {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "skipped: no Chromium with its driver on this machine (packages chromium,"
            + " chromium-driver)");
    Map<String, String> key = syndicate.source("site-source");
    for (String headline : HEADLINES) {
      String id = headline.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      String body = Articles.BODY.replace("The harbour bridge opened", headline + ", and opened");
      Http.post(
              syndicate.ingest() + "/api/articles",
              key,
              Articles.ninjs(id, headline, body).toString())
          .expect(202);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(Http.get(syndicate.publish() + "/", Map.of()).body()).contains(HEADLINES));
    started = start();
  }

  @AfterAll
  void close() {
    if (started != null) {
      started.quit();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void aReaderFindsTheirWayWithoutAnythingBreaking(int width) throws IOException {
    ChromeDriver browser = Objects.requireNonNull(started);
    browser.manage().window().setSize(new Dimension(width, HEIGHT));

    browser.get(syndicate.publish() + "/");
    assertFine(browser, "front", width);
    browser.findElement(By.partialLinkText(HEADLINES.getFirst())).click();
    assertThat(browser.findElement(By.cssSelector("main h1")).getText())
        .isEqualTo(HEADLINES.getFirst());
    assertFine(browser, "article", width);
    browser.get(syndicate.publish() + "/search?q=seal+rescued");
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("Seal rescued");
    assertFine(browser, "search", width);
    browser.get(syndicate.publish() + "/no/such/page");
    assertFine(browser, "not-found", width);
  }

  private static void assertFine(ChromeDriver browser, String page, int width) throws IOException {
    screenshot(browser, page + "-" + width);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .as("console of %s at %d", page, width)
        .filteredOn(it -> !it.getMessage().contains("no/such/page"))
        .extracting(LogEntry::getMessage)
        .isEmpty();
    Number overflow =
        (Number)
            browser.executeScript(
                "return document.documentElement.scrollWidth -"
                    + " document.documentElement.clientWidth");
    assertThat(overflow).as("%s at %d scrolls sideways", page, width).isEqualTo(0L);
    browser.executeScript(AXE);
    Object violations =
        browser.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.map(v => v.id + ': '"
                + " + v.nodes.map(n => n.target.join(' ')).join(', '))));");
    assertThat((List<?>) violations).as("accessibility of %s at %d", page, width).isEmpty();
  }

  private static void screenshot(ChromeDriver browser, String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static ChromeDriver start() {
    var logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.WARNING);
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage");
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
  }

  private static String axe() {
    try (InputStream script = SiteIT.class.getResourceAsStream("/axe.min.js")) {
      if (script == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
