package org.romdoul.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.romdoul.chart.AttritionBars.Stage;
import org.romdoul.chart.IntervalDots.Estimate;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTests {

    private static final Words ENGLISH = words(Locale.UK);

    static Stream<Chart> everyKind() {
        return Stream.of(Locale.UK, Locale.forLanguageTag("km-KH-u-nu-khmr"), Locale.forLanguageTag("vi-VN"))
                .map(ChartTests::words)
                .flatMap(words -> Stream.of(
                        attrition(words),
                        curve(words),
                        dots(words),
                        Histogram.of("<b>&\"", "Age", List.of(new Histogram.Bar("ក", 0)), words),
                        DetentionStrip.of("Held", List.of(new DetentionStrip.Held("A-1", 171, 120)), words)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void isAPictureWithATitleADescriptionAndATable(Chart chart) throws Exception {
        var svg = parsed(chart);

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(chart.finding());
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
        assertThat(chart.table().rows()).isNotEmpty();
        assertThat(chart.svg())
                .doesNotContain("style=")
                .doesNotContain("chart.")
                .doesNotContain("NaN");
    }

    @Test
    void attritionSaysTheShareOfTheStageBeforeAndOfAll() {
        assertThat(attrition(ENGLISH).table().rows())
                .containsExactly(
                        List.of("Tips", "1,000", "–", "–", "0"),
                        List.of("Charged", "100", "10%", "10%", "50"),
                        List.of("Judged", "25", "25%", "2.5%", "40"));
    }

    @Test
    void whatIsStillOpenIsDrawnBehindWhatIsReached() throws Exception {
        var bars = parsed(attrition(ENGLISH)).getElementsByTagName("rect");
        var hatched = IntStream.range(0, bars.getLength())
                .mapToObj(i -> (Element) bars.item(i))
                .filter(bar -> bar.getAttribute("fill").endsWith("-open)"))
                .toList();

        assertThat(hatched.get(1).getAttribute("x")).isEqualTo("60");
        assertThat(hatched.get(1).getAttribute("width")).isEqualTo("30");
    }

    @Test
    void theCurveFallsInStepsAndItsBandIsClosed() {
        assertThat(curve(ENGLISH).svg())
                .contains("class=\"c-curve\" d=\"M52 10H318V135H584\"")
                .contains("class=\"c-pale\" d=\"M52 10H318V110H584L584 185H318V10H52Z\"");
    }

    @Test
    void ofStepsThatNoEyeKeepsApartTheLastIsDrawn() {
        var steps = IntStream.rangeClosed(1, 100_000)
                .mapToObj(i -> new StepCurve.Step(i / 10_000.0, 1 - i / 100_000.0, 0, 1))
                .toList();

        assertThat(Plot.to(10, 1).line(steps, StepCurve.Step::share))
                .hasSizeLessThan(20_000)
                .startsWith("M52 10H")
                .endsWith("V260H584");
    }

    @Test
    void noDataIsNotNought() {
        assertThat(dots(ENGLISH).table().rows().getLast()).containsExactly("2018", "no data", "–", "–", "0");
        assertThat(dots(ENGLISH).svg()).containsOnlyOnce("<circle");
    }

    @Test
    void refusesAnEstimateOutsideItsInterval() {
        assertThatThrownBy(() -> new Estimate(.5, .6, .7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StepCurve.Step(1, .5, .6, .7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAxisEndsRoundAndHoldsEverything() {
        assertThat(new Axis(0, 730, 0, 100).ticks()).containsExactly(0, 200, 400, 600, 800);
        assertThat(new Axis(0, 6, 0, 100).ticks()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(new Axis(0, 0, 0, 100).to()).isPositive();
    }

    @Test
    void aCellNeverBeginsAFormula() {
        var table = new Table(List.of("a", "b"), List.of(List.of("=1+1", "say \"x\", y"), List.of("-3", "–")));

        assertThat(table.csv()).isEqualTo("a,b\r\n'=1+1,\"say \"\"x\"\", y\"\r\n-3,–\r\n");
    }

    private static Chart attrition(Words words) {
        return AttritionBars.of(
                "Finding",
                List.of(new Stage("Tips", 1000, 0), new Stage("Charged", 100, 50), new Stage("Judged", 25, 40)),
                words);
    }

    private static Chart curve(Words words) {
        return StepCurve.of(
                "Finding",
                "Days",
                new StepCurve.Curve(
                        List.of(new StepCurve.Step(50, .5, .3, .6)),
                        100,
                        List.of(new StepCurve.AtRisk(0, 20)),
                        OptionalDouble.of(50)),
                words);
    }

    private static Chart dots(Words words) {
        return IntervalDots.of(
                "Finding",
                List.of(
                        new IntervalDots.Row("2015", new Estimate(.022, .012, .037), 730),
                        new IntervalDots.Row("2018", null, 0)),
                IntervalDots.Scale.PERCENT,
                words);
    }

    private static Document parsed(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static Words words(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/chart");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, locale);
    }
}
