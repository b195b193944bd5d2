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

// A page that lies open is covered when its time is over, for whoever passes by: the server locks only at the next request.
const cover = document.querySelector(".romdoul-cover");
if (cover) {
  const seconds = Math.min(...[...document.querySelectorAll("[data-cover]")].map((one) => Number(one.dataset.cover)));
  const due = Date.now() + seconds * 1000;
  const look = () => Date.now() >= due && hide();
  setTimeout(look, seconds * 1000 + 50);
  document.addEventListener("visibilitychange", look);
  cover.querySelector("button").addEventListener("click", goOn);
}

function hide() {
  if (!cover.hidden) return;
  cover.hidden = false;
  document.documentElement.classList.add("romdoul-covered");
  cover.querySelector("button").focus();
}

/** Leads past the lock. A form in which something was typed goes into it, even if another window kept the session open: there it is kept. */
function goOn() {
  const form = [...document.querySelectorAll("main form[method=post]")].find(isTyped);
  if (!form) return location.replace(location.pathname + location.search);
  const lock = document.createElement("input");
  Object.assign(lock, { type: "hidden", name: "_lock", value: "true" });
  form.querySelectorAll("[type=file]").forEach((file) => { file.disabled = true; });
  form.append(lock);
  form.submit();
}

function isTyped(form) {
  return form.querySelector(".govuk-error-message") || [...form.elements].some((one) =>
    one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
      : one.options ? [...one.options].some((option) => option.selected !== option.defaultSelected)
        : "defaultValue" in one && one.value !== one.defaultValue);
}

/** Replaces this page in the browser's history instead of adding to it. */
function go(event) {
  event.preventDefault();
  document.body.hidden = true;
  location.replace(leave.href);
}
