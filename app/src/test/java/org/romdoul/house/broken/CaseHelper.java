package org.romdoul.house.broken;

import java.time.Instant;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;

/** A name that says nothing, a clock of its own, chance of its own, and a field filled from outside. */
public class CaseHelper {

    @Autowired
    Object injected = new Object();

    Instant now() {
        return Instant.now();
    }

    int chance() {
        return new Random().nextInt();
    }
}
