package org.romdoul.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.romdoul.chart.AttritionBars;
import org.romdoul.chart.AttritionBars.Stage;
import org.romdoul.chart.Chart;
import org.romdoul.chart.DetentionStrip;
import org.romdoul.chart.DetentionStrip.Held;
import org.romdoul.chart.Histogram;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.IntervalDots.Estimate;
import org.romdoul.chart.StepCurve;
import org.romdoul.chart.StepCurve.AtRisk;
import org.romdoul.chart.StepCurve.Step;
import org.romdoul.chart.Words;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.site.Language;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Every component on one page, in a real browser. Screenshots are left in {@code target/screens} for whoever looks. */
@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "romdoul.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StyleGuideTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @LocalServerPort
    int port;

    private @Nullable ChromeDriver browser;

    @BeforeAll
    void start() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "needs chromium and chromedriver");
        var options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--force-device-scale-factor=1");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    void stop() {
        if (browser != null) browser.quit();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void axeFindsNothing(Language language) {
        var page = open(language, 1280);

        assertThat(new AxeBuilder().analyze(page).getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void axeFindsNothingOnARefusedForm(Language language) {
        var page = open(language, 1280);
        page.findElement(By.cssSelector("main form[method=post] button")).click();
        new WebDriverWait(page, Duration.ofSeconds(10))
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".govuk-error-summary")));

        assertThat(page.findElements(By.cssSelector(".govuk-error-summary li"))).hasSize(3);
        assertThat(new AxeBuilder().analyze(page).getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /** 640 pixels at twice the letters is what 1280 at 200 % shows. */
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 320",
        "KHMER, 320",
        "VIETNAMESE, 320",
        "ENGLISH, 640",
        "KHMER, 640",
        "ENGLISH, 1280",
        "KHMER, 1280"
    })
    void neverScrollsSideways(Language language, int width) throws Exception {
        var page = open(language, width);

        var overflow = page.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");

        keep(page, language, width);
        assertThat(overflow).isEqualTo(0L);
    }

    private ChromeDriver open(Language language, int width) {
        var page = Objects.requireNonNull(browser);
        page.manage().window().setSize(new Dimension(1280, 900));
        page.get("http://localhost:" + port + "/style-guide?lang=" + language.code());
        page.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return page;
    }

    private static void keep(ChromeDriver page, Language language, int width) throws Exception {
        var height = (Long) Objects.requireNonNull(page.executeScript("return document.documentElement.scrollHeight"));
        page.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        var screens = Files.createDirectories(Path.of("target/screens"));
        Files.write(screens.resolve(language.code() + "-" + width + ".png"), page.getScreenshotAs(OutputType.BYTES));
    }

    record Form(
            @Nullable String code,
            @Nullable String reason,
            @Nullable TypedDate happened,
            @Nullable String stage,
            @Nullable List<String> needs) {}

    @Controller
    static class Pages {

        private final MessageSource messages;

        Pages(MessageSource messages) {
            this.messages = messages;
        }

        @GetMapping("/style-guide")
        String guide(Model model, Locale locale) {
            model.addAttribute("form", new Form("KH-7Q4M-2X", null, null, null, null));
            model.addAttribute("charts", charts(new Words(messages, locale)));
            return "style-guide";
        }

        @PostMapping("/style-guide")
        String refuse(@ModelAttribute("form") Form form, BindingResult errors, Model model, Locale locale) {
            PlainText.required(form.reason(), PlainText.LINE).in(errors, "reason");
            errors.rejectValue("happened", "input.missing");
            errors.rejectValue("stage", "input.missing");
            model.addAttribute("charts", charts(new Words(messages, locale)));
            return "style-guide";
        }

        private static List<Chart> charts(Words words) {
            var finding = words.text("guide.finding");
            return List.of(
                    AttritionBars.of(
                            finding,
                            List.of(
                                    new Stage(words.text("guide.tip"), 1240, 0),
                                    new Stage(words.text("guide.investigation"), 610, 120),
                                    new Stage(words.text("guide.charge"), 214, 96),
                                    new Stage(words.text("guide.judgment"), 61, 88)),
                            words),
                    StepCurve.of(
                            words.text("guide.label"),
                            words.text("guide.stage"),
                            new StepCurve.Curve(
                                    List.of(
                                            new Step(60, .93, .88, .97),
                                            new Step(140, .8, .72, .87),
                                            new Step(260, .62, .53, .71),
                                            new Step(410, .47, .37, .57),
                                            new Step(600, .31, .21, .42)),
                                    730,
                                    List.of(
                                            new AtRisk(0, 120),
                                            new AtRisk(200, 88),
                                            new AtRisk(400, 51),
                                            new AtRisk(600, 17)),
                                    OptionalDouble.of(410)),
                            words),
                    IntervalDots.of(
                            words.text("guide.sentence"),
                            List.of(
                                    new IntervalDots.Row("2012", new Estimate(.082, .061, .108), 600),
                                    new IntervalDots.Row("2015", new Estimate(.022, .012, .037), 730),
                                    new IntervalDots.Row("2018", null, 0)),
                            IntervalDots.Scale.PERCENT,
                            words),
                    Histogram.of(
                            words.text("guide.people"),
                            words.text("guide.label"),
                            Arrays.asList(
                                    new Histogram.Bar(words.text("guide.tip"), 12),
                                    new Histogram.Bar(words.text("guide.task"), 0),
                                    new Histogram.Bar(words.text("guide.sentence"), 41)),
                            words),
                    DetentionStrip.of(
                            words.text("guide.warning"),
                            List.of(new Held("A-1", 96, 120), new Held("A-2", 171, 120), new Held("A-3", 20, 540)),
                            words));
        }
    }
}
