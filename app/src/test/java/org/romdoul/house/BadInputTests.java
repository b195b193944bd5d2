package org.romdoul.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.romdoul.access.Agencies;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.TypedDate;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to whichever form of whichever room: it is answered, never by a bug, and no log repeats it. */
@RomdoulTest
@ExtendWith(OutputCaptureExtension.class)
@Import({Staff.class, Opened.class})
class BadInputTests {

    private static final String FACT = "fact";

    /** What every field of a form is filled with, in turn; what the ids are follows. */
    private static final Map<String, String> BAD = new LinkedHashMap<>();

    static {
        BAD.put("an answer that is none", "NONSENSE");
        BAD.put("nothing but blanks", " \u00A0\u2003 ");
        BAD.put("control characters", "a\u0000b\u0007\u202Ec\uFFFE");
        BAD.put("figures beyond all measure", "-99999999999999999999");
        BAD.put("markup and quotes", "<script>alert('1')</script> ${7*7} %s %n {0} \\ ' \" -- ;");
        BAD.put("a megabyte", "a".repeat(1 << 20));
    }

    /** Her own password, codes and language: whom {@link Staff} hires has none; SignInTests and LockTests try these. */
    private static final String OWN = "/account";

    /** Somebody and the case she holds. */
    private record Reader(Visitor visitor, CaseCode code) {}

    @Autowired
    WebApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Agencies agencies;

    @Test
    void everyFormAnswersWhateverIsSent(CapturedOutput output) {
        var readers = readers();
        var bugs = new TreeMap<String, String>();
        var reached = new LinkedHashSet<String>();
        var forms = 0;
        for (var mapping : mappings.getHandlerMethods().entrySet()) {
            if (!mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST)) continue;
            for (var pattern : mapping.getKey().getPatternValues()) {
                if (pattern.startsWith(OWN)) continue;
                forms++;
                var fields = fields(mapping.getValue());
                for (var reader : readers) {
                    var path = path(pattern, reader.code());
                    if (status(reader, path, bugs, "nothing at all") == 404) continue;
                    reached.add(pattern);
                    status(reader, path, bugs, "a bent id", FACT, "bent");
                    for (var bad : BAD.entrySet())
                        status(reader, path, bugs, bad.getKey(), filled(fields, bad.getValue()));
                    break;
                }
                status(
                        readers.getFirst(),
                        path(pattern, readers.getFirst().code(), "nonsense"),
                        bugs,
                        "a bent address");
            }
        }
        assertThat(bugs).isEmpty();
        assertThat(output.getAll()).doesNotContain("NONSENSE", "\uFFFE", "alert(", "9999999999999");
        assertThat(forms).isGreaterThan(50);
        assertThat(reached).as("forms that somebody of these may send").hasSizeGreaterThan(30);
    }

    /** One of each kind of work, with a case of her own. */
    private List<Reader> readers() {
        var oversight = agencies.oversight().map(one -> one.id()).orElseGet(() -> staff.agency("oversight"));
        return Stream.of(
                        staff.hire(Role.INVESTIGATOR),
                        staff.hire(Role.PROSECUTOR),
                        staff.hire(Role.INVESTIGATION_LEAD),
                        staff.hire(Role.HOTLINE),
                        staff.hire(Role.ADMINISTRATOR),
                        staff.hire(Role.RESEARCHER),
                        staff.hire(oversight, Role.MONITOR))
                .map(actor -> new Reader(
                        new Visitor(program, actor),
                        actor.role().holdsCases() ? opened.by(actor).code() : new CaseCode("00000000")))
                .toList();
    }

    private static int status(Reader reader, String path, Map<String, String> bugs, String what, String... form) {
        try {
            var answer = reader.visitor().post(path, form);
            if (answer.status() >= 500 || answer.body().contains("\tat org."))
                bugs.put("POST " + path + ", " + what, String.valueOf(answer.status()));
            return answer.status();
        } catch (AssertionError broken) {
            bugs.put("POST " + path + ", " + what, String.valueOf(broken.getCause()));
            return 500;
        }
    }

    /** Every field filled alike, but the id of the fact is one: so that what comes after it is reached. */
    private static String[] filled(Set<String> fields, String value) {
        var form = new ArrayList<String>();
        fields.forEach(field -> form.addAll(
                List.of(field, field.equals(FACT) ? UUID.randomUUID().toString() : value)));
        return form.toArray(String[]::new);
    }

    /** The names a form's page reads: those of its record, and what it asks for by name. */
    private static Set<String> fields(HandlerMethod page) {
        var names = new LinkedHashSet<String>(Set.of(FACT));
        for (var parameter : page.getMethodParameters()) {
            if (parameter.getParameterType().isRecord())
                for (var part : parameter.getParameterType().getRecordComponents()) names.addAll(names(part));
            else if (parameter.hasParameterAnnotation(RequestParam.class)
                    || parameter.getParameterType() == String.class)
                names.add(String.valueOf(parameter.getParameter().getName()));
        }
        return names;
    }

    private static List<String> names(RecordComponent part) {
        return part.getType() == TypedDate.class
                ? Stream.of("day", "month", "year", "about")
                        .map(box -> part.getName() + "." + box)
                        .toList()
                : List.of(part.getName());
    }

    private static String path(String pattern, CaseCode code) {
        return path(pattern.replace("{label}", "V1"), code, new UUID(0, 0).toString());
    }

    private static String path(String pattern, CaseCode code, String other) {
        return pattern.replace("{case}", code.toString()).replaceAll("\\{\\w+}", other);
    }
}
