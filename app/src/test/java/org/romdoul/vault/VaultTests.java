package org.romdoul.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RomdoulTest
@Import(Staff.class)
class VaultTests {

    @Autowired
    Vault vault;

    @Autowired
    Openings openings;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    JdbcClient sql;

    @Autowired
    Staff staff;

    final UUID scope = UUID.randomUUID();
    final UUID person = UUID.randomUUID();
    Actor reader;

    @BeforeEach
    void letHerRead() {
        reader = staff.hire(Role.INVESTIGATOR);
        vault.begin(java.util.List.of(scope, person));
        staff.as(reader, () -> {
            needToKnow.let(scope, reader.account(), scope, null);
            return scope;
        });
    }

    @Test
    void refusesAStrangerWhoHoldsAnOpening() {
        var ref = seal(scope, "words");
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThatThrownBy(() -> staff.as(stranger, () -> vault.open(new Opening.Content(scope), ref)))
                .isInstanceOf(TamperedValue.class)
                .hasMessageContaining("missing");
    }

    @Test
    void refusesANameToTheOpeningOfWords() {
        var name = seal(person, "Lotus Example");
        assertThatThrownBy(() -> staff.as(reader, () -> vault.open(openings.content(scope, reader), name)))
                .hasMessageContaining("an identity");
    }

    @Test
    void refusesTheNameOfAnotherPerson() {
        var name = seal(person, "Lotus Example");
        assertThatThrownBy(() -> staff.as(
                        reader,
                        () -> vault.open(openings.identity(scope, UUID.randomUUID(), reader, "court", null), name)))
                .hasMessageContaining("of another person");
    }

    @Test
    void opensWhatWasSealedInAnyScript() {
        var words = seal(scope, "សាក្សីថ្លែង — Đặng nói thật");
        var opened = staff.as(reader, () -> vault.open(openings.content(scope, reader), words));
        assertThat(opened).contains("សាក្សីថ្លែង — Đặng nói thật");
    }

    @Test
    void keepsNothingThatNoFactRefersTo() {
        var ref =
                Objects.requireNonNull(staff.as(reader, () -> vault.seal(scope, scope, "of a form that was refused")));
        assertThatThrownBy(() -> staff.as(reader, () -> vault.open(openings.content(scope, reader), ref)))
                .hasMessageContaining("missing");
        assertThat(stored(ref)).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatWasRolledBackAndOpensInOneWhatItSealed() {
        var refs = new java.util.ArrayList<SealedRef>();
        assertThatThrownBy(() -> staff.as(reader, () -> {
                    refs.add(vault.seal(scope, scope, "words"));
                    openings.identity(scope, person, reader, "test", refs.getFirst());
                    assertThat(vault.open(openings.content(scope, reader), refs.getFirst()))
                            .contains("words");
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(stored(refs.getFirst())).isEmpty();
    }

    @Test
    void sealsOnlyInATransaction() {
        assertThatThrownBy(() -> vault.seal(scope, scope, "words")).isInstanceOf(IllegalStateException.class);
    }

    private java.util.List<UUID> stored(SealedRef ref) {
        return Objects.requireNonNull(staff.as(
                reader,
                () -> sql.sql("SELECT id FROM vault.sealed WHERE id = :id")
                        .param("id", ref.id())
                        .query(UUID.class)
                        .list()));
    }

    @Test
    void keepsNoWordsInTheDatabase() {
        seal(scope, "findable-words");
        var stored = Objects.requireNonNull(staff.as(
                reader,
                () -> sql.sql("SELECT ciphertext FROM vault.sealed")
                        .query(byte[].class)
                        .list()));
        assertThat(stored)
                .isNotEmpty()
                .noneMatch(
                        bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("findable"));
    }

    @Test
    void recordsOneReadingASittingHoweverOftenTheWordsAreOpened() {
        for (var i = 0; i < 3; i++) staff.as(reader, () -> openings.content(scope, reader));
        var another = new Actor(reader.account(), reader.number(), reader.agency(), reader.role(), UUID.randomUUID());
        staff.as(another, () -> openings.content(scope, another));
        assertThat(readings()).isEqualTo(2);
    }

    @Test
    void forgetsAnErasedPersonAndKeepsTheProof() {
        var name = seal(person, "Lotus Example");
        vault.erase(person);
        var opened = staff.as(reader, () -> vault.open(openings.identity(scope, person, reader, "court", null), name));
        assertThat(opened).isEmpty();
    }

    /** With a fact that refers to it: without one, nothing is kept. */
    private SealedRef seal(UUID key, String words) {
        return Objects.requireNonNull(staff.as(reader, () -> {
            var ref = vault.seal(scope, key, words);
            openings.identity(scope, person, reader, "test", ref);
            return ref;
        }));
    }

    private int readings() {
        return Objects.requireNonNull(staff.as(
                reader,
                () -> sql.sql("SELECT count(*) FROM vault.reading WHERE scope = :scope")
                        .param("scope", scope)
                        .query(Integer.class)
                        .single()));
    }
}
