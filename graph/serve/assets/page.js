// What pages do better with a script; they are read without it as well.

// Boxes for a name suggest some while one is typed.
const names = document.getElementById("names")
let asked = 0
async function suggest(event) {
  const text = event.target.value.trim()
  const turn = ++asked
  if (text.length < 2) return
  await new Promise(done => setTimeout(done, 150))
  if (turn !== asked) return
  const answer = await fetch("/search?format=json&limit=8&q=" + encodeURIComponent(text))
  if (!answer.ok || turn !== asked) return
  const found = await answer.json()
  names.replaceChildren(...found.results.map(entity => {
    const option = document.createElement("option")
    option.value = entity.name
    option.label = [entity.type, entity.facts === 1 ? "1 fact" : entity.facts + " facts"].filter(Boolean).join(", ")
    return option
  }))
}
for (const box of document.querySelectorAll("[data-suggest]")) box.addEventListener("input", suggest)

// On an article's page, what a fact is about lights up in the text with the fact.
function light(event) {
  for (const word of document.querySelectorAll(".word.lit")) word.classList.remove("lit")
  const fact = event.target.closest?.("[data-words]")
  for (const id of fact?.dataset.words.split(" ") ?? []) document.getElementById(id)?.classList.add("lit")
}
document.addEventListener("mouseover", light)
document.addEventListener("focusin", light)
