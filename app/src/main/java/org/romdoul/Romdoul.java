package org.romdoul;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program: all rooms together. It is started from the command line, {@code org.romdoul.start.Start}. */
@Modulithic(systemName = "Romdoul")
@SpringBootApplication
public class Romdoul {}
