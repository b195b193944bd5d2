package org.romdoul.estimators.survey;

/**
 * One sampled element of a design.
 *
 * @param stratum name of the stratum it was selected in, whatever it later turned out to be
 * @param cluster the primary unit it belongs to, unique within the stratum; an element that was drawn itself is its own cluster
 * @param weight how many elements of the population it stands for: the inverse of its probability of selection, more than 0
 * @param clusterFrame elements in its cluster, if some of them were drawn at random (two stages); 0 if the
 *     cluster was taken whole
 */
public record Unit(String stratum, String cluster, double weight, int clusterFrame) {

    /** An element of a cluster taken whole, or its own cluster. */
    public static Unit of(String stratum, String cluster, double weight) {
        return new Unit(stratum, cluster, weight, 0);
    }
}
