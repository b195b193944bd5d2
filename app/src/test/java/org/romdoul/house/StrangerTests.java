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
        for (var entry : mappings.getHandlerMethods().keySet()) {
            for (var pattern : entry.getPatternValues()) {
                if (!pattern.contains("{case}")) continue;
                for (var method : entry.getMethodsCondition().getMethods()) {
                    asked++;
                    if (status(owner, method, path(pattern, code)) == 200) shown++;
                    var answers = strangers.stream()
                            .map(stranger -> status(stranger, method, path(pattern, code)))
                            .toList();
                    var nothing = status(strangers.getFirst(), method, path(pattern, NONE));
                    if (nothing != 404 || answers.stream().anyMatch(status -> status != 404))
                        told.put(method + " " + pattern, answers);
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(shown).as("who holds the case sees its pages").isGreaterThan(10);
    }

    private int status(Actor stranger, RequestMethod method, String path) {
        var visitor = new Visitor(program, stranger);
        var fact = UUID.randomUUID().toString();
        return method == RequestMethod.GET
                ? visitor.get(path).status()
                : visitor.post(path, "fact", fact).status();
    }

    private static String path(String pattern, CaseCode code) {
        var path = pattern.replace("{case}", code.toString());
        for (var part : PARTS.entrySet()) path = path.replace("{" + part.getKey() + "}", part.getValue());
        return path.replaceAll("\\{\\w+}", new UUID(0, 0).toString());
    }
}
