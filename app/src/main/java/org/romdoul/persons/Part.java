package org.romdoul.persons;

/** What a person is to a case. */
public enum Part {
    PRESUMED_VICTIM("V"),
    SUSPECT("S"),
    WITNESS("W"),
    COMPANION("C");

    private final String letter;

    Part(String letter) {
        this.letter = letter;
    }

    /** @return what pages call the n-th person of this part: V1 */
    String label(int n) {
        return letter + n;
    }
}
