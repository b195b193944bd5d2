package org.romdoul;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program. */
@Modulithic(systemName = "Romdoul")
@SpringBootApplication
public class Romdoul {

    public static void main(String... arguments) {
        SpringApplication.run(Romdoul.class, arguments);
    }
}
