package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leave quickly: signed out, what the browser kept is cleared, and somebody else's page is on the screen. */
@Controller
class LeavePages {

    private final Door door;
    private final URI elsewhere;

    LeavePages(Door door, @Value("${romdoul.leave-to:https://www.wikipedia.org/}") URI elsewhere) {
        this.door = door;
        this.elsewhere = elsewhere;
    }

    // A link, so that it works without scripts; the cookie is SameSite=Strict, so no other site can follow it for her.
    @GetMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        door.leave(request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(elsewhere)
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .build();
    }
}
