package org.romdoul.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of a case, of every room there is and will be, is to a stranger what a case that does not exist is. */
@RomdoulTest
@Import({Staff.class, Opened.class})
class StrangerTests {

    private static final CaseCode NONE = new CaseCode("00000000");

    private static final String FACT = "0197f0a1-1111-7111-8111-111111111111";

    /** What stands for the other parts of an address: a person's label, a fact. */
    private static final Map<String, String> PARTS = Map.of("label", "V1");

    @Autowired
    WebApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Test
    void noPageOfACaseTellsAStrangerThatItIsThere() {
        var owner = staff.hire(Role.INVESTIGATOR);
        var code = opened.by(owner).code();
        var strangers = Stream.of(Role.INVESTIGATOR, Role.INVESTIGATION_LEAD, Role.MONITOR, Role.ADMINISTRATOR)
                .map(staff::hire)
                .toList();
        var told = new TreeMap<String, List<Integer>>();
        var asked = 0;
        var shown = 0;
        var explained = 0;
        for (var entry : mappings.getHandlerMethods().keySet()) {
            for (var pattern : entry.getPatternValues()) {
                if (!pattern.contains("{case}")) continue;
                for (var method : entry.getMethodsCondition().getMethods()) {
                    asked++;
                    if (answer(owner, method, path(pattern, code)).status() == 200) shown++;
                    var answers = strangers.stream()
                            .map(stranger -> answer(stranger, method, path(pattern, code)))
                            .toList();
                    var nothing = answer(strangers.getFirst(), method, path(pattern, NONE));
                    if (nothing.status() != 404
                            || answers.stream().anyMatch(answer -> answer.status() != 404)
                            || !plain(answers.getFirst(), code).equals(plain(nothing, NONE)))
                        told.put(
                                method + " " + pattern,
                                answers.stream().map(Visitor.Answer::status).toList());
                    if (nothing.body().contains("</main>")) explained++;
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(explained).as("both are told the same in words").isEqualTo(asked);
        assertThat(shown).as("who holds the case sees its pages").isGreaterThan(10);
    }

    /** The page without the code that was asked for, and without what differs each time. */
    private static String plain(Visitor.Answer answer, CaseCode code) {
        return answer.body()
                .replace(code.toString(), "CODE")
                .replace(code.value(), "CODE")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private Visitor.Answer answer(Actor stranger, RequestMethod method, String path) {
        var visitor = new Visitor(program, stranger);
        var fact = UUID.randomUUID().toString();
        return method == RequestMethod.GET ? visitor.get(path) : visitor.post(path, "fact", fact);
    }

    private static String path(String pattern, CaseCode code) {
        var path = pattern.replace("{case}", code.toString());
        for (var part : PARTS.entrySet()) path = path.replace("{" + part.getKey() + "}", part.getValue());
        return path.replaceAll("\\{\\w+}", FACT);
    }
}
