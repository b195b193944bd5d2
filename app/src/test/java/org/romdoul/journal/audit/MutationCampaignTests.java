package org.romdoul.journal.audit;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Of the thousand mutations, those of a small record; {@link DemonstrationCampaignTests} has the others. */
class MutationCampaignTests {

    @Test
    void findsEveryMutationAndNothingElse() throws SQLException {
        try (var country = new SmallCountry()) {
            new Campaign(country).run(700);
        }
    }
}
