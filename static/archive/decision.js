// The page of a decision: buttons that copy, contents that follow the reading, and what is folded opened when it is
// reached or printed. Without this script every link and fold works by itself.

const decision = document.querySelector("article.decision");
const address = document.querySelector("link[rel=canonical]").href;

// Copying: a button for each citation and each paragraph. None where the browser does not allow copying.

const said = document.createElement("p");
said.className = "copied";
said.setAttribute("role", "status");
document.body.append(said);
let silence;

async function copy(name, words) {
  clearTimeout(silence);
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(words);
    said.textContent = `${name} copied`;
  } catch {
    said.textContent = `Your browser could not copy it. Here it is: ${words}`;
    return;
  }
  silence = setTimeout(() => (said.textContent = ""), 6000);
}

function button(label, spoken, name, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = label;
  made.setAttribute("aria-label", spoken);
  made.addEventListener("click", () => copy(name, words()));
  return made;
}

if (navigator.clipboard) {
  for (const citation of decision.querySelectorAll(".citation")) {
    const name = citation.dataset.copy;
    const words = () => citation.textContent.trim().replace(/\s+/g, " ");
    citation.after(button("Copy", `Copy: ${name}`, name, words));
  }
  for (const paragraph of decision.querySelectorAll(".numbered")) {
    const number = paragraph.id.slice(1);
    const words = () => `${decision.dataset.cite}, paragraph ${number}${decision.dataset.numbers}\n${address}#p${number}`;
    const name = `Citation and address of paragraph ${number}`;
    paragraph.append(button("Copy", `Copy: ${name.toLowerCase()}`, name, words));
  }
}

// Folded paragraphs and explanations

function unfold(id) {
  const target = document.getElementById(id);
  target?.closest("details")?.setAttribute("open", "");
  target?.querySelector(":scope > details.standard")?.setAttribute("open", "");
}

function reach() {
  unfold(location.hash.slice(1));
}

window.addEventListener("hashchange", reach);
decision.addEventListener("click", (event) => {
  // The address stays the same where a link to it is followed again: no hash changes.
  const link = event.target.closest('a[href^="#"]');
  if (link) unfold(link.hash.slice(1));
});
reach();

let folded = [];
window.addEventListener("beforeprint", () => {
  folded = [...decision.querySelectorAll("details.standard:not([open])")];
  for (const each of folded) each.open = true;
});
window.addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
});

// Contents: the current section is the last one that begins in the upper third of the window.

const contents = new Map(
  [...decision.querySelectorAll(".contents a")].map((link) => [document.getElementById(link.hash.slice(1)), link]),
);

function follow() {
  let current;
  for (const [section, link] of contents) {
    link.removeAttribute("aria-current");
    if (section.getBoundingClientRect().top < window.innerHeight / 3) current = link;
  }
  current?.setAttribute("aria-current", "true");
}

const watch = new IntersectionObserver(follow, { rootMargin: "-33% 0px -67% 0px" });
for (const section of contents.keys()) watch.observe(section);

// Similar decisions are loaded a little before the reader reaches them, so that nothing in sight moves. Where loading fails, the link to their page stays.

const place = decision.querySelector("[data-from]");

async function fetchSimilar() {
  try {
    const answer = await fetch(place.dataset.from, { credentials: "omit" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("similar");
    if (found) place.replaceChildren(found);
  } catch {
    // No answer: the link stays.
  }
}

const near = new IntersectionObserver(
  (seen) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    near.disconnect();
    fetchSimilar();
  },
  { rootMargin: "0px 0px 50% 0px" },
);
near.observe(place);
