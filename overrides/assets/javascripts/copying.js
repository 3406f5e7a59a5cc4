/* A button that copies a text, and says so. Without script one marks the text oneself. */
"use strict";

for (const text of document.querySelectorAll(".tk-copied")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = text.dataset.copy;
  said.role = "status";
  /* What is copied is plain text: a line for each paragraph, and a dash before what stands in a list. */
  const lines = () =>
    [...text.querySelectorAll("p, li")].map((part) => (part.matches("li") ? "– " : "") + part.textContent.trim().replace(/\s+/g, " "));
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(lines().join("\n"));
      said.textContent = text.dataset.done;
    } catch {
      said.textContent = text.dataset.failed;
    }
  });
  const line = document.createElement("p");
  line.className = "tk-copy";
  line.append(button, said);
  text.after(line);
}
