/**
 * Shares in a hidden population from chains of recruitment: a few seeds, each of whom brings a few people they know, who bring others.
 *
 * <p>{@link org.romdoul.estimators.rds.RespondentSample} is the door. Who knows many is reached more often, so people are weighted by
 * {@link org.romdoul.estimators.rds.Weighting}: the inverse of the number they know (RDS-II), or successive sampling (Gile's SS)
 * where the sample is a good part of the population. RDS-I is there for comparison with older figures.
 *
 * <p>No method depends on the order of rows: people are put in the order of their ids first. (R's RDS 0.9-10 gives
 * other Salganik intervals when rows are re-ordered.)
 *
 * <p>Sources: Heckathorn, Social Problems 49 (2002); Salganik and Heckathorn, Sociol. Methodology 34 (2004); Volz and Heckathorn, J. Off.
 * Stat. 24 (2008); Gile, JASA 106 (2011) 135-146; Baraff, McCormick and Raftery, PNAS 113 (2016) 14668-14673.
 */
@NullMarked
package org.romdoul.estimators.rds;

import org.jspecify.annotations.NullMarked;
