// Comfort only: files of a form go ahead of it in pieces (docs/formats/upload.md), and where the line breaks they go on where it
// broke. The form follows with their ids; without this file it carries the files themselves.
const PIECE = 4 << 20;
const LONGEST_PAUSE = 30_000;

const field = document.querySelector("input[type=file][data-uploads]");
const form = field?.form;
const ids = new Map();
const begun = new Set();
let sending = false;
let stale = false;

if (form && crypto.randomUUID) form.addEventListener("submit", send);

/** What cannot be mended by trying again. */
class Refused extends Error {}

async function send(event) {
  if (sending) return event.preventDefault();
  const files = [...field.files];
  if (files.length === 0) return;
  event.preventDefault();
  sending = true;
  try {
    if (stale) await renew();
    for (const file of files) await one(file);
    form.prepend(...files.map(arrived));
    field.disabled = true;
    form.submit();
  } catch (refused) {
    sending = false;
    if (!(refused instanceof Refused)) throw refused;
    say(refused.message, true);
  }
}

/** Sends one file, and tries again for as long as the page is open. */
async function one(file) {
  if (file.size === 0) throw new Refused(words("empty", file));
  if (file.size > Number(field.dataset.largest)) throw new Refused(words("large", file));
  if (!ids.has(file)) ids.set(file, crypto.randomUUID());
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      let offset = await stands(file);
      while (offset < file.size) {
        tell(file, offset);
        offset = await piece(file, offset);
        pause = 500;
      }
      return tell(file, file.size);
    } catch (broke) {
      if (broke instanceof Refused) throw broke;
      say(words("broke", file));
      await rest(pause);
    }
  }
}

/** How far it has come. */
async function stands(file) {
  if (begun.has(file)) return offsetIn(await ask("HEAD", path(file)), 200, file);
  const headers = { "Upload-Length": file.size, "Romdoul-Upload": ids.get(file) };
  const offset = offsetIn(await ask("POST", field.dataset.uploads, headers), 201, file);
  begun.add(file);
  return offset;
}

function path(file) {
  return `${field.dataset.uploads}/${ids.get(file)}`;
}

async function piece(file, offset) {
  const bytes = await file.slice(offset, offset + PIECE).arrayBuffer().catch(() => {
    throw new Refused(words("changed", file));
  });
  const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
  return offsetIn(await ask("PATCH", path(file), headers, bytes, (sent) => tell(file, offset + sent)), 204, file);
}

function offsetIn(answer, expected, file) {
  const offset = answer.getResponseHeader("Upload-Offset");
  if (answer.status === expected && offset !== null) return Number(offset);
  if (answer.status === 409 || answer.status >= 500 && answer.status !== 507) throw new Error(`answered ${answer.status}`);
  if (answer.status === 507) throw new Refused(words("full", file));
  stale = true;
  throw new Refused(words("locked", file));
}

/** Who has signed in again has another token, which stands in this page when it is asked for again. */
async function renew() {
  const page = await ask("GET", location.pathname);
  const token = new DOMParser().parseFromString(page.responseText, "text/html").querySelector("main [name=_csrf]");
  if (token) form.elements._csrf.value = token.value;
}

/** One request. It fails where there is no answer. */
function ask(method, path, headers = {}, body = null, progress = null) {
  return new Promise((answer, fail) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("X-CSRF-TOKEN", form.elements._csrf.value);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (progress) request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => answer(request);
    request.onerror = request.onabort = () => fail(new Error("no answer"));
    request.send(body);
  });
}

/** Ends early when the browser says that there is a line again. */
function rest(pause) {
  return new Promise((end) => {
    setTimeout(end, pause);
    addEventListener("online", end, { once: true });
  });
}

function arrived(file) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = "sent";
  input.value = `${ids.get(file)} ${file.type.replace(/[\s,]/g, "") || "-"} ${encodeURIComponent(file.name)}`;
  return input;
}

function tell(file, offset) {
  const bar = document.getElementById("files-progress");
  bar.hidden = false;
  bar.max = file.size;
  bar.value = offset;
  say(words("sending", file));
}

function say(text, refused = false) {
  const status = document.getElementById("files-status");
  if (status.textContent === text) return;
  status.textContent = text;
  status.classList.toggle("govuk-error-message", refused);
}

function words(key, file) {
  return field.dataset[key].replace("%file", () => file.name);
}
