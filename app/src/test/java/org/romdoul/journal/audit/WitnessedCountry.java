package org.romdoul.journal.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.database.SecretFile;
import org.romdoul.database.TestDatabase;
import org.romdoul.journal.witnessing.Rounds;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.testing.Neighbours;

/** A small country whose log three organisations have vouched for, two of whom are enough. */
abstract class WitnessedCountry {

    @TempDir
    Path folder;

    final TestDatabase database = TestDatabase.fresh();
    final SigningKey key = SigningKey.generate(new SecureRandom());
    Neighbours neighbours;
    SmallCountry country;

    @BeforeEach
    void aWitnessedCountry() throws IOException, SQLException, InterruptedException {
        SecretFile.write(database.home().secret("log.pem"), key.pem().getBytes(StandardCharsets.US_ASCII));
        neighbours = new Neighbours(folder, new LogSigner("romdoul.invalid/log", key).vkey(), 3);
        Files.writeString(database.home().directory().resolve("policy"), neighbours.policyText(2));
        country = new SmallCountry(database);
        country.bean(Rounds.class).run();
    }

    @AfterEach
    void close() {
        country.close();
        neighbours.close();
    }
}
