package org.romdoul.screens;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, with or without scripts. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** As many are pressed before it is asked where they led: asking takes longer than pressing. */
    private static final int TABS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final String site;
    private final Country country;

    Chromium(int port, Country country, boolean scripts) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER), "needs chromium and chromedriver");
        var options = new ChromeOptions()
                .setBinary(PROGRAM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        // Whom a page would ask is seen in what it asks for: nobody is.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                        "--lang=en",
                        "--force-device-scale-factor=1");
        if (!scripts)
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        this.site = "http://localhost:" + port;
        this.country = country;
        width(1280);
    }

    void signIn(String number) {
        country.untilTheNextCode();
        halfWay(number);
        type("code", element("#demonstration-code").getText());
        send();
        waitFor("/today");
    }

    /** Signs in as far as the second factor. */
    void halfWay(String number) {
        driver.manage().deleteAllCookies();
        open("/sign-in?lang=en");
        type("number", number);
        type("password", country.password(number));
        send();
    }

    /** Opens another tab, and stays in it. */
    String tab(String path) {
        driver.switchTo().newWindow(WindowType.TAB);
        open(path);
        return driver.getWindowHandle();
    }

    String tab() {
        return driver.getWindowHandle();
    }

    void to(String tab) {
        driver.switchTo().window(tab);
    }

    /** Leaves quickly, by the link that every page has, and waits until another page is there. */
    void leave() {
        element("[data-leave]").click();
        patiently().until(seen -> !driver.getCurrentUrl().startsWith(site));
    }

    /** One step back in the history of the tab: what is shown then. */
    String back() {
        driver.navigate().back();
        return patiently().until(seen -> isLoaded() ? driver.getPageSource() : null);
    }

    void open(String path) {
        driver.get(site + path);
    }

    /** @return the path of the page it is at */
    String at() {
        return driver.getCurrentUrl().substring(site.length());
    }

    void waitFor(String path) {
        patiently().until(seen -> plain(at()).startsWith(plain(path)));
    }

    // Between two pages the driver may have neither: whatever it says then is asked again.
    private WebDriverWait patiently() {
        var wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(WebDriverException.class);
        return wait;
    }

    /** Waits for the page after a form: the one that is awaited, or the form again with what is wrong. */
    void leave(String awaited) {
        patiently()
                .until(seen -> isAt(awaited)
                        || !seen.findElements(By.cssSelector(".govuk-error-summary"))
                                .isEmpty());
    }

    // A case's code is the same with its hyphen and without.
    private static String plain(String path) {
        return path.replace("-", "");
    }

    boolean isAt(String path) {
        return plain(at()).equals(plain(path));
    }

    WebElement element(String css) {
        return patiently().until(seen -> seen.findElement(By.cssSelector(css)));
    }

    List<WebElement> elements(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void type(String field, String text) {
        var box = element("[name='" + field + "']");
        box.clear();
        box.sendKeys(text);
    }

    void choose(String field, String value) {
        element("[name='" + field + "'][value='" + value + "']").click();
    }

    /** The only answer that is offered, or the first. */
    void chooseFirst(String field) {
        element("[name='" + field + "']").click();
    }

    void select(String field, String value) {
        element("select[name='" + field + "'] option[value='" + value + "']").click();
    }

    void day(String field, String year, String month, String day) {
        type(field + ".day", day);
        type(field + ".month", month);
        type(field + ".year", year);
    }

    void follow(String linkEnding) {
        var link = element("main a[href$='" + linkEnding + "']");
        open(Objects.requireNonNull(link.getDomAttribute("href")));
    }

    /** Chooses files, as if they stood on her machine. */
    void attach(String field, List<Path> files) {
        element("[name='" + field + "']")
                .sendKeys(String.join("\n", files.stream().map(Path::toString).toList()));
    }

    /** Sends the form of the page, and waits for the file that it is answered with. */
    Path save(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        element("main form[method=post] button").click();
        return patiently().until(seen -> saved(folder));
    }

    // What is still on its way has another ending.
    private static @Nullable Path saved(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElse(null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asks for a page again and again until it shows something. */
    void await(String path, String css) {
        patiently().until(seen -> {
            open(path);
            return !seen.findElements(By.cssSelector(css)).isEmpty();
        });
    }

    /** Sends the form of the page, and waits until it has gone. */
    void send() {
        send("main form[method=post]");
    }

    void send(String form) {
        var page = element("html");
        element(form + " button").click();
        patiently()
                .until(seen ->
                        isLoaded() && !seen.findElement(By.tagName("html")).equals(page));
    }

    // The driver's own scripts run where the page's are blocked.
    private boolean isLoaded() {
        return driver.executeScript("return document.readyState").equals("complete");
    }

    String text() {
        return patiently().until(seen -> seen.findElement(By.tagName("main")).getText());
    }

    String title() {
        return Objects.requireNonNull(driver.getTitle());
    }

    String html() {
        return Objects.requireNonNull(driver.getPageSource());
    }

    String cookies() {
        return String.join(
                "; ",
                driver.manage().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .toList());
    }

    /** @param pixels 640 is what 1280 shows at 200 % */
    void width(int pixels) {
        size(pixels, 900);
    }

    private void size(int width, long height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    Object script(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    /** @return what axe calls serious or worse */
    List<String> barriers() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** @return whether the tabulator key leads there */
    boolean isReachedByKeyboard(String css) {
        script("""
                document.activeElement.blur();
                window.getSelection().removeAllRanges();
                window.reached = false;
                document.addEventListener('focusin', event => window.reached ||= event.target.matches(arguments[0]));
                return true""", css);
        for (var steps = 0; steps < 80; steps += TABS) {
            new Actions(driver).sendKeys(Keys.TAB.toString().repeat(TABS)).perform();
            if ((Boolean) script("return window.reached")) return true;
        }
        return false;
    }

    void keep(String name, int width) throws IOException {
        width(width);
        var height = (Long) script("return document.documentElement.scrollHeight");
        size(width, Math.min(height, 6000));
        var screens = Files.createDirectories(Path.of("target/screens"));
        Files.write(screens.resolve(name + "-" + width + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        width(1280);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
