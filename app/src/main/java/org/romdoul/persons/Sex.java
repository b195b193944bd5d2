package org.romdoul.persons;

public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
