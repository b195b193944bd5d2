package org.romdoul.database;

/** One thing that was looked at: whether it is as it should be, and if not, what an operator does about it. */
public record Finding(String name, boolean ok, String words, boolean unreachable) {

    public static Finding ok(String name, String words) {
        return new Finding(name, true, words, false);
    }

    public static Finding fail(String name, String whatToDo) {
        return new Finding(name, false, whatToDo, false);
    }

    static Finding unreachable(String name, String whatToDo) {
        return new Finding(name, false, whatToDo, true);
    }
}
