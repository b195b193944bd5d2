package org.romdoul;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The doors between rooms: no cycles, no reaching past a room's face. */
class ModularityTests {

    @Test
    void roomsKeepTheirDoors() {
        // The libraries are jars with doors of their own.
        ApplicationModules.of(
                        Romdoul.class,
                        JavaClass.Predicates.resideInAnyPackage(
                                "org.romdoul.ledger..", "org.romdoul.estimators..", "org.romdoul.verifier.."))
                .verify();
    }
}
