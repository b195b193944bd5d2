package org.romdoul.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Standings;
import org.romdoul.vault.IdentityReadings;
import org.romdoul.vault.Opening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** What the rooms agreed on; the broken package shows each rule biting. */
class HouseTests {

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jte"))
            .withImportOption(
                    location -> !location.contains("romdoul/estimators") && !location.contains("romdoul/ledger"))
            .withImportOption(location -> !location.contains("romdoul/verifier"))
            .importPackages("org.romdoul");

    static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.romdoul.house.broken");

    // The database room waits for processes, which no clock of ours can turn.
    static final ArchRule TIME_COMES_IN_BY_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages("org.romdoul.database..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaAccess<?>>("it asks a clock of its own") {
                @Override
                public boolean test(JavaAccess<?> call) {
                    return call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getName().equals("now")
                            && call.getTarget().getFullName().endsWith("()");
                }
            });

    static final ArchRule CHANCE_COMES_IN_BY_THE_DOOR = noClasses()
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|Service)");

    static final ArchRule PAGES_ARE_CALLED_BY_BROWSERS_ONLY = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveNameMatching(".*Pages?");

    static final ArchRule ROWS_STAY_IN_THEIR_ROOM = classes()
            .that()
            .haveSimpleNameEndingWith("Rows")
            .should()
            .notBePublic()
            .orShould()
            .beInterfaces();

    static final ArchRule WHAT_A_CLASS_NEEDS_STANDS_IN_ITS_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule ONLY_OVERSIGHT_ASKS_ABOUT_CASES_NOBODY_OPENED = noClasses()
            .that()
            .resideOutsideOfPackages("org.romdoul.oversight..", "org.romdoul.cases..", "org.romdoul.vault..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Standings.class, IdentityReadings.class);

    static final Map<String, ArchRule> RULES = Map.of(
            "time comes in by the door", TIME_COMES_IN_BY_THE_DOOR,
            "chance comes in by the door", CHANCE_COMES_IN_BY_THE_DOOR,
            "names say something", NAMES_SAY_SOMETHING,
            "pages are called by browsers only", PAGES_ARE_CALLED_BY_BROWSERS_ONLY,
            "rows stay in their room", ROWS_STAY_IN_THEIR_ROOM,
            "only oversight asks about cases nobody opened", ONLY_OVERSIGHT_ASKS_ABOUT_CASES_NOBODY_OPENED,
            "what a class needs stands in its constructor", WHAT_A_CLASS_NEEDS_STANDS_IN_ITS_CONSTRUCTOR);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleBites() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(BROKEN))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void onlyTheCasesRoomMakesAnOpenCase() {
        assertThat(OpenCase.class.getConstructors()).isEmpty();
        assertThat(Opening.Content.class.getConstructors()).isEmpty();
        assertThat(Opening.Identity.class.getConstructors()).isEmpty();
    }
}
