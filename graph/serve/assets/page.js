// What pages do better with a script; they are read without it as well.

// The search box suggests names while one is typed.
const box = document.getElementById("search")
const names = document.getElementById("names")
let asked = 0
box.addEventListener("input", async () => {
  const text = box.value.trim()
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
})
