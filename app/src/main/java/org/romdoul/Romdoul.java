package org.romdoul;

import org.romdoul.start.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program. */
@Modulithic(systemName = "Romdoul")
@SpringBootApplication
public class Romdoul {

    public static void main(String... words) {
        System.exit(Start.run(words));
    }
}
