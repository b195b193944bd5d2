package org.romdoul.house.broken;

import org.springframework.stereotype.Controller;

/** A page that others could call. */
@Controller
public class OpenPages {}
