package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.romdoul.journal.Derived;

/** Of the thousand mutations, those of a record with courts, transfers, venues, studies and tips in it. */
class DemonstrationCampaignTests {

    @Test
    void findsEveryMutationAndNothingElse() throws SQLException {
        try (var country = SmallCountry.withTheDemonstration()) {
            var campaign = new Campaign(country);
            assertThat(campaign.mutations().derivedTables())
                    .containsAll(country.derived().stream().map(Derived::table).collect(Collectors.toSet()));
            assertThat(campaign.mutations().filled())
                    .hasSizeGreaterThan(country.made().facts().size() / 2);

            campaign.run(300);
        }
    }
}
