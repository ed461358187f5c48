// Suggestions below the search box: an ARIA combobox over a form that works without it.
// What is typed is sent to this server only. Picking a filter submits the form with it; picking words fills the box.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const box = form && form.elements.namedItem("q");
  if (!box || !form.dataset.suggest) return;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const status = document.createElement("div");
  status.className = "unseen";
  status.setAttribute("aria-live", "polite");
  box.after(list);
  form.append(status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
    "aria-haspopup": "listbox",
  })) {
    box.setAttribute(name, value);
  }

  let offered = [];
  let active = -1;
  let waiting = 0;
  let asking = null;

  const close = () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    list.hidden = true;
    list.replaceChildren();
    offered = [];
    activate(-1);
    status.textContent = "";
    box.setAttribute("aria-expanded", "false");
  };

  const activate = (place) => {
    active = place;
    [...list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === place)));
    if (place < 0) {
      box.removeAttribute("aria-activedescendant");
    } else {
      box.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({ block: "nearest" });
    }
  };

  const span = (text, kind) => {
    const made = document.createElement("span");
    made.textContent = text;
    made.className = kind;
    return made;
  };

  const option = (each, place) => {
    const made = document.createElement("li");
    made.id = `suggestion-${place}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.append(span(each.label, "label"), " ", span(each.kind, "kind"));
    made.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
    made.addEventListener("click", () => pick(each));
    return made;
  };

  const show = (found) => {
    offered = found;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    activate(-1);
    const many = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
    status.textContent = found.length ? `${many}. Use the up and down arrows to choose, Enter to accept and Escape to close.` : "";
  };

  const pick = (each) => {
    close();
    box.value = each.words;
    if (!each.parameter) {
      box.focus();
      return;
    }
    const filter = document.createElement("input");
    filter.type = "hidden";
    filter.name = each.parameter;
    filter.value = each.value;
    form.append(filter);
    form.requestSubmit();
    filter.remove(); // or it would be sent again after going back
  };

  const ask = async () => {
    const typed = box.value;
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`, {
        signal: asking.signal,
        credentials: "omit",
      });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (box.value === typed && document.activeElement === box) show(suggestions);
    } catch {
      // Superseded by a newer request, or failed: the form works without suggestions.
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    if (box.value.trim().length < 2) close();
    else waiting = setTimeout(ask, 120);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "ArrowDown" && box.value.trim().length >= 2) {
        event.preventDefault();
        ask();
      }
      return;
    }
    const last = offered.length - 1;
    if (event.key === "ArrowDown") activate(active < last ? active + 1 : -1);
    else if (event.key === "ArrowUp") activate(active < 0 ? last : active - 1);
    else if (event.key === "Enter" && active >= 0) pick(offered[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
})();
