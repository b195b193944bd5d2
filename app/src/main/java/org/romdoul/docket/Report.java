package org.romdoul.docket;

import java.util.List;

/**
 * What was taken of a docket, or would be.
 *
 * @param entries statutes of the defendants
 * @param listed what was not taken, in the order of the files
 * @param doubts what was taken as it stands and should be looked at
 */
public record Report(Tally cases, Tally defendants, Tally entries, List<Listed> listed, List<Listed> doubts) {

    public boolean isWhole() {
        return listed.isEmpty();
    }
}
