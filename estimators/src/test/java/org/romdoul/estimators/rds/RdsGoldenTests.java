package org.romdoul.estimators.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.estimators.Golden;
import tools.jackson.databind.JsonNode;

/** Against R's RDS 0.9-10: {@code Rscript rds_golden.R} beside the shared data. Its Salganik intervals are not used: see there. */
class RdsGoldenTests {

    private static final Weighting RDS_II = new Weighting.InverseSize();

    static RespondentSample sample(String file, String size, String group) {
        Path path = Golden.shared("rds/" + file);
        List<String> header = Golden.header(path);
        return RespondentSample.of(Golden.rows(path).stream()
                .map(r -> {
                    String recruiter = r[header.indexOf("recruiter.id")];
                    double known = Double.parseDouble(r[header.indexOf(size)]);
                    String id = r[header.indexOf("id")];
                    return recruiter.equals("seed")
                            ? Respondent.seed(id, known, r[header.indexOf(group)])
                            : Respondent.recruited(id, recruiter, known, r[header.indexOf(group)]);
                })
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"fauxmadrona_disease, fauxmadrona.csv, degree, disease, 1", "faux_X, faux.csv, network.size, X, red"})
    void sharesAreThoseOfR(String set, String file, String size, String group, String of) {
        JsonNode golden = Golden.ofShared("rds/rds_golden.json").get(set);
        RespondentSample sample = sample(file, size, group);
        assertThat(sample.size()).isEqualTo(golden.get("n").intValue());
        assertThat(sample.seeds()).isEqualTo(golden.get("seeds").intValue());
        assertThat(sample.waveCount()).isEqualTo(golden.get("max_wave").intValue());
        for (int g = 0; g < sample.groups().size(); g++) {
            int[] golden1 = Arrays.stream(Golden.numbers(
                            golden.get("transition_counts").get("m").get(g)))
                    .mapToInt(v -> (int) v)
                    .toArray();
            assertThat(sample.recruitments()[g]).isEqualTo(golden1);
        }
        assertThat(sample.share(of, new Weighting.Equal()))
                .isCloseTo(golden.get("naive").doubleValue(), within(1e-12));
        double[] stationary = Golden.numbers(golden.get("stationary"));
        double[] balance = Equilibrium.of(sample.recruitments(), sample.groups());
        for (int g = 0; g < stationary.length; g++) {
            assertThat(balance[g]).isCloseTo(stationary[g], within(1e-9));
            assertThat(sample.harmonicSize(g))
                    .isCloseTo(golden.get("h_hat").get(sample.groups().get(g)).doubleValue(), within(1e-9));
        }
        assertThat(sample.sharesByRecruitment().get(of)).isCloseTo(estimate(golden, "RDS_I", of), within(1e-9));
        assertThat(sample.share(of, RDS_II)).isCloseTo(estimate(golden, "RDS_II", of), within(1e-9));
    }

    private static double estimate(JsonNode golden, String name, String of) {
        return golden.get(name).get("est").get(of).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"fauxmadrona_disease, fauxmadrona.csv, degree, disease, 1", "faux_X, faux.csv, network.size, X, red"})
    void successiveSamplingNeedsNoSimulationToAgreeWithTwentyThousand(
            String set, String file, String size, String group, String of) {
        JsonNode golden = Golden.ofShared("rds/rds_golden.json").get(set);
        double population = golden.get("N").doubleValue();
        double share =
                sample(file, size, group).sensitivity(of, List.of(population)).getFirst();
        assertThat(share).isCloseTo(golden.get("SS_M20000").get(of).doubleValue(), within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"fauxmadrona_disease, fauxmadrona.csv, degree", "faux_X, faux.csv, network.size"})
    void weightsOfSuccessiveSamplingAreThoseOfTwentyThousandSimulations(String set, String file, String size) {
        JsonNode golden = Golden.ofShared("rds/rds_golden.json").get(set).get("SS_M20000_weight_by_degree");
        double[] sizes = Golden.numbers(golden.get("degree"));
        double[] counts = new double[sizes.length];
        Path path = Golden.shared("rds/" + file);
        int column = Golden.header(path).indexOf(size);
        for (String[] row : Golden.rows(path)) {
            counts[Arrays.binarySearch(sizes, Double.parseDouble(row[column]))]++;
        }
        double[] weights = new Weighting.SuccessiveSampling(1000).weights(sizes, counts);
        double[] expected = Golden.numbers(golden.get("weight"));
        for (int k = 0; k < sizes.length; k++) {
            assertThat(weights[k]).isCloseTo(expected[k], withinPercentage(0.5));
        }
    }

    @ParameterizedTest
    @CsvSource({"fauxmadrona_disease, fauxmadrona.csv, degree, disease, 1", "faux_X, faux.csv, network.size, X, red"})
    void treeBootstrapHasTheErrorOfR(String set, String file, String size, String group, String of) {
        JsonNode golden = Golden.ofShared("rds/rds_golden.json")
                .get(set)
                .get("bootstrap")
                .get("RDS-II|Treeboot|100")
                .get("interval_matrix_colmajor_est_lo_hi_deff_se_n");
        var ours = sample(file, size, group).treeBootstrap(of, RDS_II, 4000, new SplittableRandom(1));
        assertThat(ours.value()).isCloseTo(golden.get(1).doubleValue(), within(1e-9));
        // R's came from 100 resamples, so is itself uncertain by 7 %
        assertThat(ours.standardError()).isCloseTo(golden.get(8).doubleValue(), withinPercentage(18));
    }
}
