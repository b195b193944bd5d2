package org.romdoul.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.persons.Age;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RomdoulTest
@Import(Staff.class)
class ProsecutionTests {

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    Prosecution prosecution;

    @Autowired
    Facts facts;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("publication")
    javax.sql.DataSource publication;

    private Actor prosecutor;

    @BeforeEach
    void aProsecutor() {
        prosecutor = staff.hire(staff.agency("prosecution"), Role.PROSECUTOR);
    }

    @Test
    void everyRecordHasTheColumnsOfItsTable() {
        for (var table : CourtRows.tables()) {
            var columns =
                    sql.sql("""
                            SELECT attname FROM pg_attribute
                             WHERE attrelid = ('prosecution.' || :noun)::regclass AND attnum > 0 AND NOT attisdropped
                               AND attname <> 'recorded_at'""").param("noun", table.noun()).query(String.class).list();
            var written = table.insert()
                    .substring(table.insert().indexOf('(') + 1, table.insert().indexOf(')'));
            assertThat(Arrays.asList(written.split(", ")))
                    .as(table.noun())
                    .containsExactlyInAnyOrderElementsOf(columns);
        }
    }

    @Test
    void whoMayNotReadTheCaseIsShownNothingOfItsCourtFacts() {
        var file = docket();
        var court = new Courtroom(file.id(), prosecutor.account(), 5).atRandom(40);
        as(
                prosecutor,
                () -> prosecution.recordAll(List.of(file), court.history().facts()));
        var stranger = staff.hire(Role.PROSECUTOR);

        assertThat(as(prosecutor, () -> prosecution.of(file))).hasSize(1);
        assertThat(as(
                        stranger,
                        () -> sql.sql("SELECT count(*) FROM prosecution.standing")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void whoDoesNotRecordCourtIsRefused() {
        var officer = staff.hire(Role.INVESTIGATOR);
        var file = as(officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
        var court = new Courtroom(file.id(), officer.account(), 6);
        assertThat(as(
                        officer,
                        () -> prosecution.record(file, court.history().facts().getFirst())))
                .isEqualTo(Answer.no("", "not-your-part"));
    }

    @Test
    void aFactOfACaseNotInHandIsABug() {
        var file = docket();
        var court = new Courtroom(UUID.randomUUID(), prosecutor.account(), 6);
        assertThatThrownBy(() -> as(
                        prosecutor,
                        () -> prosecution.record(file, court.history().facts().getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsRecordedIsReadBackAndASecondSubmitChangesNothing() {
        var file = docket();
        var court = new Courtroom(file.id(), prosecutor.account(), 11).atRandom(80);
        var all = court.history().facts();

        for (var time = 0; time < 2; time++) {
            assertThat(as(prosecutor, () -> prosecution.recordAll(List.of(file), all)))
                    .isEmpty();
            assertThat(as(prosecutor, () -> prosecution.of(file)).getFirst().facts())
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(all.size()).isGreaterThan(10);
    }

    @Test
    void aJudgmentIsNotRecordedWithoutTheVerdictThatIsRefused() {
        var file = docket();
        var court = new Courtroom(file.id(), prosecutor.account(), 12);
        var charge = court.charged("2010", "1591", 1);
        as(
                prosecutor,
                () -> prosecution.recordAll(List.of(file), court.history().facts()));
        var judgment = court.judged("2011", false, null);
        var verdict = court.verdict(judgment, charge, 0, 2, 0, 0, 0);

        assertThat(as(prosecutor, () -> prosecution.together(file, List.of(judgment, verdict))))
                .contains(new Prosecution.NotRecorded(verdict, (Answer.Refused) Answer.no("counts", "too-many")));
        assertThat(as(prosecutor, () -> prosecution.of(file)).getFirst().all(Judgment.class))
                .isEmpty();
    }

    @Test
    void chargingAPresumedVictimIsRefusedWithoutAReasonAndToldWithOne() {
        var file = docket();
        var person = as(
                prosecutor,
                () -> persons.register(
                        file, facts.id(), Part.PRESUMED_VICTIM, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN));
        var court = new Courtroom(file.id(), prosecutor.account(), 13, person.id(), java.util.Set.of());
        as(
                prosecutor,
                () -> prosecution.recordAll(List.of(file), court.history().facts()));
        var fact = court.on("2020");
        var charge = new Charge(fact, court.defendant(), fact.id(), "KH-IMM-29", 1, null);

        assertThat(as(prosecutor, () -> prosecution.record(file, charge)))
                .isEqualTo(Answer.no("override", "presumed-victim"));

        var why = as(prosecutor, () -> vault.seal(file.id(), file.id(), "A reason"));
        var overridden = new Charge(fact, court.defendant(), fact.id(), "KH-IMM-29", 1, why);
        assertThat(as(prosecutor, () -> prosecution.record(file, overridden))).isEqualTo(Answer.yes());
        var monitor = staff.hire(Role.MONITOR);
        assertThat(as(
                        monitor,
                        () -> sql.sql("SELECT code FROM prosecution.victim_charged WHERE charge = :charge")
                                .param("charge", charge.charge())
                                .query(String.class)
                                .list()))
                .containsExactly(file.code().value());
    }

    @Test
    void theDatabaseReadsTheSameStandingFromTheFactsByItself() {
        var files = new ArrayList<OpenCase>();
        var histories = new HashMap<UUID, History>();
        var all = new ArrayList<CourtFact>();
        for (var seed = 1; seed <= 250; seed++) {
            if (seed % 50 == 1) files.add(docket());
            var file = files.getLast();
            var court = new Courtroom(file.id(), prosecutor.account(), 1000 + seed).atRandom(seed % 90);
            histories.put(court.defendant(), court.history());
            court.history().facts().stream()
                    .map(fact -> fact instanceof Defendant d ? labelled(d, "D" + histories.size()) : fact)
                    .forEach(all::add);
        }
        assertThat(as(prosecutor, () -> prosecution.recordAll(files, all))).isEmpty();

        var expected = histories.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> said(Standing.of(entry.getValue()))));
        assertThat(as(prosecutor, () -> standings("prosecution.standing_recomputed")))
                .isEqualTo(expected);
        assertThat(as(prosecutor, () -> standings("prosecution.standing"))).isEqualTo(expected);
        assertThat(as(prosecutor, this::sentences)).isEqualTo(inForce(histories));
    }

    @Test
    void theDatabaseDoesNotTakeAConvictionAfterARetrialForFinalEither() {
        var file = docket();
        var court = new Courtroom(file.id(), prosecutor.account(), 15);
        StandingTests.convictedAgainAfterTheSupremeCourtSentItBack(court);
        as(
                prosecutor,
                () -> prosecution.recordAll(List.of(file), court.history().facts()));
        for (var table : List.of("prosecution.standing_recomputed", "prosecution.standing"))
            assertThat(as(prosecutor, () -> standings(table)))
                    .as(table)
                    .containsEntry(court.defendant(), "convicted no_appeal_on_record");
    }

    @Test
    void publicationSeesFiguresOfADocketAndNobodyInThem() {
        var file = docket();
        var docket = as(prosecutor, () -> {
            var fact = facts.now(prosecutor.agency(), prosecutor.account());
            var opened = prosecution.open(new Docket(
                    fact, "fictional-1", "A fictional docket", "written for tests", "KH", PartialDate.ofYear(2020)));
            prosecution.from(opened, List.of(file));
            return opened;
        });
        var court = new Courtroom(file.id(), prosecutor.account(), 14);
        var charge = court.charged("2010-02", "1591", 2);
        var judgment = court.judged("2012", false, null);
        court.guilty(judgment, charge, 1);
        court.sentenced(judgment.decision(), "2012", 24);
        court.ended("2012", Termination.Ended.ENDED);
        assertThat(as(
                        prosecutor,
                        () -> prosecution.recordAll(
                                List.of(file), court.history().facts())))
                .isEmpty();

        var publisher = JdbcClient.create(publication);
        var row = publisher
                .sql("SELECT * FROM prosecution.figure_defendant WHERE docket = :docket")
                .param("docket", docket.code())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("charge_year", 2010)
                .containsEntry("terminated_year", 2012)
                .containsEntry("outcome", "convicted")
                .containsEntry("finality", "final")
                .containsEntry("months_prison", 24)
                .containsEntry("restitution", 4_000_000L)
                .containsEntry("currency", "KHR");
        assertThat(row.keySet())
                .noneMatch(column -> column.equals("id") || column.equals("label") || column.equals("scope"));
        assertThat(publisher
                        .sql("SELECT counts FROM prosecution.figure_charge WHERE docket = :docket")
                        .param("docket", docket.code())
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThatThrownBy(() -> publisher
                        .sql("SELECT * FROM prosecution.defendant")
                        .query()
                        .listOfRows())
                .hasRootCauseMessage("ERROR: permission denied for table defendant");
    }

    private static Defendant labelled(Defendant d, String label) {
        return new Defendant(d.fact(), d.defendant(), d.person(), label, d.role(), d.sex(), d.ageAtArrest());
    }

    private static String said(Standing standing) {
        return standing.outcome().code() + " " + standing.outcome().firmness();
    }

    private Map<UUID, String> standings(String table) {
        var found = new HashMap<UUID, String>();
        planWithoutStatistics();
        sql.sql("SELECT defendant, outcome, coalesce(finality, '') AS finality FROM " + table)
                .query(row -> {
                    found.put(
                            row.getObject("defendant", UUID.class),
                            row.getString("outcome") + " " + row.getString("finality"));
                });
        return found;
    }

    // Nobody has counted these tables yet: a planner that believes them empty goes through each once for every row of
    // another.
    private void planWithoutStatistics() {
        sql.sql("SET LOCAL enable_nestloop = off").update();
    }

    private List<UUID> sentences() {
        planWithoutStatistics();
        return sql.sql("SELECT id FROM prosecution.sentence_in_force ORDER BY id::text")
                .query(UUID.class)
                .list();
    }

    private static List<UUID> inForce(Map<UUID, History> histories) {
        return histories.values().stream()
                .flatMap(history -> Standing.of(history).sentences().stream())
                .map(CourtFact::id)
                .sorted(java.util.Comparator.comparing(UUID::toString))
                .toList();
    }

    private OpenCase docket() {
        return as(prosecutor, () -> cases.begin(CaseFile.Origin.DOCKET, PartialDate.ofYear(2009), null, prosecutor));
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(staff.as(actor, work));
    }
}
