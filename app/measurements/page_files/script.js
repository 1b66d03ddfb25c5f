"use strict";
// The page works without it. Nothing that was chosen is to be seen again, and who leaves finds no way back to it.
addEventListener("pagehide", () => {
  for (const each of document.querySelectorAll("input")) each.checked = false;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
for (const each of document.querySelectorAll("a.leave")) {
  each.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(each.href);
  });
}
