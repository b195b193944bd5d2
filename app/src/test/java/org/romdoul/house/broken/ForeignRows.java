package org.romdoul.house.broken;

/** SQL on another room's table, and open to everybody. */
public class ForeignRows {

    static final String STEAL = "SELECT name FROM access.account";
}
