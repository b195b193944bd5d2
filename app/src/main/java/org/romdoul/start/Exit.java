package org.romdoul.start;

/** What a command's exit code says to a script; stable. (2, wrong use, is picocli's; 130, interrupted, is the system's.) */
final class Exit {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int CONFIGURATION = 3;
    static final int UNREACHABLE = 4;
    static final int PARTLY_DONE = 5;

    private Exit() {}
}
