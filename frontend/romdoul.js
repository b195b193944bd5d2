// Comfort only: every page works without this file.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { createAll } from "govuk-frontend/dist/govuk/init.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
[Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink].forEach((part) => createAll(part));

// Leave quickly: the Shift key three times within five seconds. Escape is not used: it stops pages from loading.
const leave = document.querySelector("[data-leave]");
let presses = [];
if (leave) {
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp];
    if (presses.length === 3) go(event);
  });
  leave.addEventListener("click", go);
}

/** Replaces this page in the browser's history instead of adding to it. */
function go(event) {
  event.preventDefault();
  document.body.hidden = true;
  location.replace(leave.href);
}
