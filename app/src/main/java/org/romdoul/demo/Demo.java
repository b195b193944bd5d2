package org.romdoul.demo;

import java.util.List;

/**
 * One part of the fictional country that {@code romdoul demo} shows. A bean of this kind should exist only where the property
 * {@code romdoul.demo} is true ({@code @ConditionalOnBooleanProperty("romdoul.demo")}).
 */
public interface Demo {

    /** Lower first; who needs people to exist comes after whoever makes them. */
    int order();

    /** Adds what is not there yet: it is called at every start of the demo. */
    void fill();

    /** The fictional people whom a visitor may be. */
    default List<SignIn> signIns() {
        return List.of();
    }

    /** One way in, printed in the terminal: {@code role} is said in plain words, {@code hint} is what else is needed or worth seeing. */
    record SignIn(String role, String user, String password, String hint) {}
}
