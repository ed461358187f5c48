// The page of all values of a facet: typing narrows them at once. Without this script, “Find” asks the server.

const find = document.getElementById("find");
const left = document.getElementById("left");
const values = [...document.querySelectorAll("#all label.value")].map((label) => ({
  label,
  box: label.querySelector("input"),
  text: label.querySelector("span").textContent.toLowerCase(),
}));

function narrow() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { label, box, text } of values) {
    label.hidden = !box.checked && !words.every((word) => text.includes(word));
    shown += label.hidden ? 0 : 1;
  }
  left.textContent = `${shown} shown`;
}

if (!find.value) {
  // Every value is on the page already: no request is needed.
  find.form.querySelector("[formaction]").hidden = true;
  find.addEventListener("input", narrow);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
