package org.romdoul.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.blobs.Store.Kept;
import org.romdoul.blobs.Store.Name;
import org.romdoul.blobs.Store.Shelf;

/** What every store promises. */
abstract class StoreContract {

    private final Random random = new Random(3);

    abstract Store store();

    @Test
    void hasNothingUnderANameThatNobodyWrote() {
        assertThatThrownBy(() -> store().read(name())).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000, (8 << 20) - 1, 8 << 20, (8 << 20) + 1, (17 << 20) + 5})
    void givesBackWhatWasPublished(int size) throws IOException {
        var name = name();
        var bytes = write(name, size, true);
        try (var stored = store().read(name)) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(list()).anyMatch(kept -> kept.name().equals(name) && kept.size() == size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, (9 << 20)})
    void showsNothingBeforeItIsPublishedAndLeavesNothingWhereItIsNot(int size) throws IOException {
        var name = name();
        try (var writing = store().write(name)) {
            writing.write(new byte[size]);
            assertThatThrownBy(() -> store().read(name)).isInstanceOf(NoSuchFileException.class);
            assertThat(list()).noneMatch(kept -> kept.name().equals(name));
        }
        assertThatThrownBy(() -> store().read(name)).isInstanceOf(NoSuchFileException.class);
        assertThat(store().forgetUnfinished(later())).isZero();
    }

    @Test
    void canBeLeftInTheMiddleOfAFile() throws IOException {
        var name = name();
        write(name, 9 << 20, true);
        for (var i = 0; i < 20; i++) {
            try (var stored = store().read(name)) {
                assertThat(stored.read()).isNotNegative();
            }
        }
    }

    @Test
    void removesWhatItIsToldAndNothingElse() throws IOException {
        var one = name();
        var other = new Name(Shelf.PIECES, one.id());
        write(one, 10, true);
        write(other, 10, true);
        store().remove(other);
        store().remove(other);
        assertThat(list()).anyMatch(kept -> kept.name().equals(one));
        assertThatThrownBy(() -> store().read(other)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void forgetsWhatWasBegunLongAgoAndNotWhatIsUnderWay() throws IOException {
        var abandoned = store().write(name());
        abandoned.write(new byte[9 << 20]);
        assertThat(store().forgetUnfinished(Instant.now().minus(Duration.ofHours(1))))
                .isZero();
        assertThat(store().forgetUnfinished(later())).isEqualTo(1);
        assertThat(store().forgetUnfinished(later())).isZero();
    }

    private byte[] write(Name name, int size, boolean publish) throws IOException {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        try (var writing = store().write(name)) {
            for (var done = 0; done < size; ) {
                var some = Math.min(size - done, 1 + random.nextInt(400_000));
                writing.write(bytes, done, some);
                done += some;
            }
            if (publish) writing.publish();
        }
        return bytes;
    }

    private List<Kept> list() throws IOException {
        var all = new ArrayList<Kept>();
        store().list(Shelf.FILES, all::add);
        return all;
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static Name name() {
        return new Name(Shelf.FILES, UUID.randomUUID());
    }
}
