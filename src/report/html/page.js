"use strict";
// What one can do with the page: search, fold, move in the diagrams, dark and light. All that it says is in the HTML
// and in the JSON beside it.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const WORDS = {"+": "new", "-": "gone", "~": "changed", " ": "same"};

// Dark and light ----------------------------------------------------------------------------------------------------

const darkByDefault = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return (document.documentElement.dataset.theme ?? (darkByDefault.matches ? "dark" : "light")) === "dark";
}

function showTheme() {
  byId("theme").textContent = isDark() ? "Light" : "Dark";
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

function toggleTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  showTheme();
}

// The entity diagram ------------------------------------------------------------------------------------------------

const ROW = 20, HEAD = 28, LETTER = 7.3, MOST_LINES = 24;

// The lines of a box: of one that does not differ its keys alone, of a wide one what differs and the first ones.
function linesOf(box) {
  const matters = (line) => line.key || line.reference || (line.mark !== " " && box.mark !== "+");
  if (box.mark === " ") return box.lines.filter(matters);
  if (box.lines.length <= MOST_LINES) return box.lines;
  const first = new Set(box.lines.slice(0, MOST_LINES / 2));
  return box.lines.filter((line) => matters(line) || first.has(line));
}

function cut(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function measure(box) {
  const lines = linesOf(box), more = box.lines.length - lines.length;
  const widest = Math.max(box.name.length + 1, ...lines.map((line) => Math.min(line.name.length, 30) + Math.min(line.type.length, 26) + 7));
  return {
    id: String(box.number), box, lines, more,
    width: Math.max(150, Math.ceil(Math.min(widest, 60) * LETTER) + 20),
    height: HEAD + (lines.length + (more > 0 ? 1 : 0)) * ROW + 6,
  };
}

function drawLine(line, width, y) {
  const sign = line.mark === "-" ? "−" : line.mark === " " ? "" : line.mark;
  const key = line.key ? "PK" : line.reference ? "FK" : "";
  const row = svg("g", {class: `row ${WORDS[line.mark]}`, transform: `translate(0 ${y})`});
  if (line.mark !== " ") row.append(svg("rect", {x: 1, y: 0, width: width - 2, height: ROW}));
  const add = (attributes, text) => row.append(svg("text", {y: 14, ...attributes}, document.createTextNode(text)));
  add({x: 8, class: "sign"}, sign);
  add({x: 20, class: "name"}, cut(line.name, 30));
  add({x: width - 8 - (key ? 24 : 0), class: "type", "text-anchor": "end"}, cut(line.type, 26));
  if (key) add({x: width - 8, class: "key", "text-anchor": "end"}, key);
  return row;
}

// From afar names are all that can be read: as large as they fit into their boxes.
function farSize(name, width) {
  const LARGEST = 26, CHARACTER = 0.62; // its width by its height
  return Math.min(LARGEST, Math.floor((width - 14) / (name.length * CHARACTER)));
}

function drawBox(placed, drawing) {
  const {box, lines, more, width, height} = placed;
  const label = `${box.name}, ${WORDS[box.mark]}: ${lines.map((line) => (line.mark === " " ? "" : `${WORDS[line.mark]} `) + line.name).join(", ")}`;
  const group = svg("g", {
    class: `box ${WORDS[box.mark]}`, tabindex: 0, role: "img", "aria-label": label,
    transform: `translate(${placed.x - width / 2} ${placed.y - height / 2})`,
  });
  const name = cut(box.name, 58), heading = svg("text", {class: "heading", x: 10, y: 19}, document.createTextNode(name));
  heading.style.setProperty("--far", `${farSize(name, width)}px`);
  group.append(svg("rect", {class: "frame", width, height, rx: 6}),
    svg("path", {class: "head", d: `M0,6Q0,0 6,0H${width - 6}Q${width},0 ${width},6V${HEAD}H0Z`}),
    heading);
  placed.fill = () => {
    const body = svg("g", {class: "body"});
    lines.forEach((line, i) => body.append(drawLine(line, width, HEAD + 3 + i * ROW)));
    if (more > 0) body.append(svg("text", {class: "more", x: 20, y: HEAD + 17 + lines.length * ROW}, document.createTextNode(`${more} more`)));
    group.append(body);
  };
  group.addEventListener("focus", () => {
    if (group.matches(":focus-visible")) drawing.goTo(placed.x, placed.y);
  });
  return group;
}

function drawArrow(arrow) {
  const title = svg("title", {}, document.createTextNode(arrow.name));
  return svg("path", {class: `arrow ${WORDS[arrow.mark]}`, d: smooth(arrow.points), "marker-start": "url(#many)", "marker-end": "url(#one)"}, title);
}

const entities = {drawing: new Drawing(byId("entities")), placed: [], arrows: []};

function drawEntities(all) {
  const started = performance.now();
  const boxes = data.boxes.filter((box) => all || box.shown).map(measure);
  const known = new Set(boxes.map((box) => box.id));
  const arrows = data.arrows.map((arrow) => ({...arrow, from: String(arrow.from), to: String(arrow.to)}))
    .filter((arrow) => known.has(arrow.from) && known.has(arrow.to));
  entities.placed = boxes;
  entities.arrows = arrows;
  byId("drawn").textContent = boxes.length === 0 ? "no table differs" : "";
  if (boxes.length === 0) return;
  layOut(boxes, arrows, "LR");
  const markers = svg("defs", {}, arrowhead("many", "M1,6L11,1M1,6L11,11M1,6L11,6", 11), arrowhead("one", "M3,1V11M7,1V11", 9));
  for (const arrow of arrows) arrow.element = drawArrow(arrow);
  for (const box of boxes) box.element = drawBox(box, entities.drawing);
  entities.drawing.show(boxes, arrows, markers);
  byId("entities").dataset.milliseconds = String(Math.round(performance.now() - started));
}

// The graph of revisions --------------------------------------------------------------------------------------------

function drawRevision(placed) {
  const {revision, width, height} = placed;
  const group = svg("g", {
    class: `revision ${revision.phase}${revision.reviewed ? "" : " before"}`,
    transform: `translate(${placed.x - width / 2} ${placed.y - height / 2})`,
  });
  group.append(svg("rect", {class: "frame", width, height, rx: 8}),
    svg("text", {class: "heading", x: 12, y: 20}, document.createTextNode(cut(revision.message, 34))),
    svg("text", {class: "type", x: 12, y: 37}, document.createTextNode(`${cut(revision.id, 16)} · ${revision.phase}`)));
  if (!revision.reviewed) return group;
  return svg("a", {href: `#revision-${revision.id}`, "aria-label": `${revision.phase} ${revision.id}: ${revision.message}`}, group);
}

function drawRevisions() {
  const host = byId("graph");
  if (host === null) return;
  const boxes = data.revisions.map((revision) => ({
    id: revision.id, revision, height: 48,
    width: Math.max(150, Math.min(Math.max(revision.message.length, revision.id.length + 12), 34) * LETTER + 24),
  }));
  const known = new Set(boxes.map((box) => box.id));
  const link = (kind) => data.revisions.flatMap((revision) => revision[kind].filter((id) => known.has(id)).map((id) => ({from: id, to: revision.id, kind})));
  const arrows = [...link("after"), ...link("depends_on")];
  layOut(boxes, arrows, "LR");
  const drawing = new Drawing(host);
  const marker = svg("defs", {}, arrowhead("next", "M2,2L10,6L2,10", 10));
  for (const arrow of arrows) arrow.element = svg("path", {class: `arrow ${arrow.kind}`, d: smooth(arrow.points), "marker-end": "url(#next)"});
  for (const box of boxes) box.element = drawRevision(box);
  drawing.show(boxes, arrows, marker);
}

// Search ------------------------------------------------------------------------------------------------------------

const found = [...document.querySelectorAll("[data-name]")].map((element) => ({
  element, text: element.textContent.toLowerCase(), name: element.dataset.name,
}));

function search() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text) => words.every((word) => text.includes(word));
  let count = 0;
  for (const {element, text} of found) {
    element.hidden = !holds(text);
    count += element.hidden ? 0 : 1;
  }
  const lit = new Set();
  for (const {element, box, id} of entities.placed) {
    const is = holds(`${box.name} ${box.lines.map((line) => line.name).join(" ")}`.toLowerCase());
    element?.classList.toggle("dim", !is);
    if (is) lit.add(id);
  }
  for (const {element, from, to} of entities.arrows) element?.classList.toggle("dim", !lit.has(from) && !lit.has(to));
  byId("found").textContent = words.length === 0 ? "" : `${count} found`;
}

// To the first that was found, in the page and in the diagram.
function goToFirst() {
  const first = found.find(({element}) => !element.hidden);
  first?.element.scrollIntoView({block: "start"});
  const box = entities.placed.find(({element}) => element && !element.classList.contains("dim"));
  if (box) entities.drawing.goTo(box.x, box.y);
}

// Objects -----------------------------------------------------------------------------------------------------------

const objects = [...document.querySelectorAll("details.object")];

function step(by) {
  const seen = objects.filter((object) => !object.hidden);
  const at = seen.findIndex((object) => object.contains(document.activeElement));
  const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1)];
  next?.querySelector("summary").focus();
  next?.scrollIntoView({block: "start"});
}

function foldAll() {
  const open = objects.some((object) => object.open);
  for (const object of objects) object.open = !open;
}

function showAllLines(button) {
  const all = button.parentElement.classList.toggle("all");
  button.setAttribute("aria-pressed", String(all));
}

// Keys and buttons --------------------------------------------------------------------------------------------------

function clearSearch() {
  byId("search").value = "";
  search();
}

const KEYS = {
  "/": () => byId("search").focus(),
  j: () => step(1),
  k: () => step(-1),
  t: toggleTheme,
  a: foldAll,
  "?": () => byId("shortcuts").showModal(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("shortcuts").open) return;
  if (event.key === "Escape") clearSearch();
  if (event.target.matches("input, textarea, select") || !byId("keys-on").checked || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

byId("search").addEventListener("input", search);
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") goToFirst();
});
byId("theme").addEventListener("click", toggleTheme);
darkByDefault.addEventListener("change", showTheme);
byId("keys").addEventListener("click", () => byId("shortcuts").showModal());
byId("zoom-in").addEventListener("click", () => entities.drawing.zoom(1.25));
byId("zoom-out").addEventListener("click", () => entities.drawing.zoom(0.8));
byId("zoom-all").addEventListener("click", () => entities.placed.length > 0 && entities.drawing.seeAll());
byId("all-tables").addEventListener("change", (event) => {
  drawEntities(event.target.checked);
  search();
});
for (const button of document.querySelectorAll(".all-lines")) button.addEventListener("click", () => showAllLines(button));

// On paper everything is open, and all of the diagram is in sight.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  if (entities.placed.length > 0) entities.drawing.seeAll();
});

showTheme();
drawEntities(false);
drawRevisions();
