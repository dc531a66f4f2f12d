"use strict";
// A drawing of boxes and arrows in which one can move: by mouse, touch and keyboard. dagre finds the places.

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Boxes that arrows connect, as lists of boxes; what stands alone is one list at the end.
function components(boxes, arrows) {
  const group = new Map(boxes.map((box) => [box.id, box.id]));
  const find = (id) => {
    while (group.get(id) !== id) {
      group.set(id, group.get(group.get(id)));
      id = group.get(id);
    }
    return id;
  };
  for (const arrow of arrows) group.set(find(arrow.from), find(arrow.to));
  const lists = new Map();
  for (const box of boxes) {
    const root = find(box.id);
    if (!lists.has(root)) lists.set(root, []);
    lists.get(root).push(box);
  }
  return [...lists.values()].sort((a, b) => b.length - a.length);
}

const LARGE = 60; // boxes of one component that dagre's layers still suit

// One component: gives boxes their x and y (of their middles) and arrows their points.
function layOutOne(boxes, arrows, direction) {
  if (boxes.length > LARGE) return fold(layers(boxes, arrows), arrows);
  const graph = new dagre.graphlib.Graph({multigraph: true});
  graph.setGraph({rankdir: direction, nodesep: 28, ranksep: 64, edgesep: 14, marginx: 0, marginy: 0});
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.id, {width: box.width, height: box.height});
  arrows.forEach((arrow, i) => {
    if (arrow.from !== arrow.to) graph.setEdge(arrow.from, arrow.to, {}, String(i));
  });
  dagre.layout(graph);
  for (const box of boxes) Object.assign(box, {x: graph.node(box.id).x, y: graph.node(box.id).y});
  arrows.forEach((arrow, i) => {
    if (arrow.from !== arrow.to) arrow.points = graph.edge(arrow.from, arrow.to, String(i)).points;
  });
  dock(boxes, arrows.filter((arrow) => arrow.from !== arrow.to));
  return {width: graph.graph().width, height: graph.graph().height};
}

// Arrows end at the sides of boxes that look at each other, each at a height of its own, in the order of where they come
// from: none crosses another one at a box. Those between layers that are next to each other need no point in between;
// others keep those that lead them around the boxes there.
function dock(boxes, arrows) {
  const known = new Map(boxes.map((box) => [box.id, box])), sides = new Map();
  for (const arrow of arrows) {
    const from = known.get(arrow.from), to = known.get(arrow.to), sign = from.x <= to.x ? 1 : -1;
    arrow.between = arrow.points.length > 3 ? arrow.points.slice(1, -1) : [];
    const ends = [[from, sign, arrow.between[0] ?? to], [to, -sign, arrow.between.at(-1) ?? from]];
    arrow.ends = ends.map(([box, side, other]) => {
      const key = `${side} ${box.id}`, end = {x: box.x + (side * box.width) / 2, y: box.y, side, wanted: other.y};
      if (!sides.has(key)) sides.set(key, {box, ends: []});
      sides.get(key).ends.push(end);
      return end;
    });
  }
  for (const {box, ends} of sides.values()) {
    ends.sort((a, b) => a.wanted - b.wanted);
    ends.forEach((end, i) => (end.y = box.y - box.height / 2 + (box.height * (i + 1)) / (ends.length + 1)));
  }
  for (const arrow of arrows) arrow.points = docked(arrow);
}

function docked({ends: [start, end], between}) {
  const REACH = 20, middle = (start.x + end.x) / 2;
  if (between.length === 0) return [start, {x: middle, y: start.y}, {x: middle, y: end.y}, end];
  return [start, {x: start.x + start.side * REACH, y: start.y}, ...between, {x: end.x + end.side * REACH, y: end.y}, end];
}

// What each box stands before and behind, by its number; circles are cut where the first of what is left is taken.
function neighbours(boxes, arrows) {
  const number = new Map(boxes.map((box, i) => [box.id, i]));
  const after = boxes.map(() => []), before = boxes.map(() => []);
  for (const arrow of arrows) {
    const from = number.get(arrow.from), to = number.get(arrow.to);
    if (from === to) continue;
    after[from].push(to);
    before[to].push(from);
  }
  return {after, before};
}

// Each box one layer behind what refers to it, and no further before what it refers to than must be.
function ranks({after, before}) {
  const waits = before.map((list) => list.length), rank = before.map(() => 0), order = [];
  const ready = waits.flatMap((count, i) => (count === 0 ? [i] : [])), taken = new Set();
  for (let first = 0, at = 0; order.length < rank.length;) {
    while (at === ready.length && taken.has(first)) first++;
    const box = at < ready.length ? ready[at++] : first;
    if (taken.has(box)) continue;
    taken.add(box);
    order.push(box);
    for (const next of after[box]) {
      if (taken.has(next)) continue;
      rank[next] = Math.max(rank[next], rank[box] + 1);
      if (--waits[next] === 0) ready.push(next);
    }
  }
  for (const box of order.reverse()) {
    const ahead = after[box].map((next) => rank[next]).filter((there) => there > rank[box]);
    if (ahead.length > 0) rank[box] = ahead.reduce((a, b) => Math.min(a, b)) - 1;
  }
  return rank;
}

// Layers of boxes, in each those beside each other that have the same neighbours: they are sorted, to and fro, by where
// the middle of these is. In time that grows with the boxes, where a search for the fewest crossings takes seconds.
function layers(boxes, arrows) {
  const SWEEPS = 8;
  const sides = neighbours(boxes, arrows), rank = ranks(sides), place = boxes.map(() => 0);
  const all = [];
  rank.forEach((number, box) => (all[number] ??= []).push(box));
  const lists = all.filter(Boolean); // a layer may have been left empty
  const settle = (list) => list.forEach((box, i) => (place[box] = (i + 0.5) / list.length));
  const middle = (list, otherwise) => (list.length === 0 ? otherwise : list.reduce((sum, box) => sum + place[box], 0) / list.length);
  lists.forEach(settle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? sides.after : sides.before;
    for (const list of sweep % 2 === 0 ? lists.toReversed() : lists) {
      const wanted = new Map(list.map((box) => [box, middle(side[box], place[box])]));
      list.sort((a, b) => wanted.get(a) - wanted.get(b) || a - b);
      settle(list);
    }
  }
  return lists.map((list) => list.map((box) => boxes[box]));
}

// Layers of many boxes would be so high that nobody could see the whole: each becomes several columns, and arrows go
// straight.
function fold(lists, arrows) {
  const boxes = lists.flat();
  const ACROSS = 64, DOWN = 28, WIDER = 1.7;
  const mean = (key) => boxes.reduce((sum, box) => sum + box[key], 0) / boxes.length;
  const most = Math.ceil(Math.sqrt((boxes.length * (mean("width") + ACROSS)) / (WIDER * (mean("height") + DOWN))));
  let x = 0, height = 0;
  for (const layer of lists) {
    const high = Math.ceil(layer.length / Math.ceil(layer.length / most));
    for (let first = 0; first < layer.length; first += high) {
      const column = layer.slice(first, first + high);
      const width = Math.max(...column.map((box) => box.width));
      let y = 0;
      for (const box of column) {
        Object.assign(box, {x: x + width / 2, y: y + box.height / 2});
        y += box.height + DOWN;
      }
      height = Math.max(height, y - DOWN);
      x += width + ACROSS;
    }
  }
  const known = new Map(boxes.map((box) => [box.id, box]));
  for (const arrow of arrows) arrow.points = straight(known.get(arrow.from), known.get(arrow.to));
  return {width: x - ACROSS, height};
}

// From the side of a box to the side of another that look at each other.
function straight(from, to) {
  const sign = from.x <= to.x ? 1 : -1;
  const start = {x: from.x + (sign * from.width) / 2, y: from.y}, end = {x: to.x - (sign * to.width) / 2, y: to.y};
  return [start, {x: start.x + sign * 24, y: start.y}, {x: end.x - sign * 24, y: end.y}, end];
}

// All of it: large components one by one, small ones beside each other, in rows about as wide as the whole is high.
function layOut(boxes, arrows, direction) {
  const GAP = 60;
  const known = new Map(boxes.map((box) => [box.id, box]));
  const parts = components(boxes, arrows).map((part) => {
    const own = new Set(part.map((box) => box.id));
    const inside = arrows.filter((arrow) => own.has(arrow.from));
    return {part, inside, ...layOutOne(part, inside, direction)};
  });
  const area = parts.reduce((sum, {width, height}) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(Math.sqrt(area) * 1.5, ...parts.map(({width}) => width));
  let x = 0, y = 0, high = 0;
  for (const {part, inside, width, height} of parts) {
    if (x > 0 && x + width > widest) [x, y, high] = [0, y + high + GAP, 0];
    for (const box of part) Object.assign(box, {x: box.x + x, y: box.y + y});
    for (const arrow of inside) arrow.points = arrow.points?.map((point) => ({x: point.x + x, y: point.y + y}));
    x += width + GAP;
    high = Math.max(high, height);
  }
  for (const arrow of arrows) if (arrow.from === arrow.to) arrow.points = loop(known.get(arrow.from));
}

// Around the upper right corner, of what refers to itself.
function loop({x, y, width, height}) {
  const right = x + width / 2, top = y - height / 2;
  return [{x: right, y: top + 40}, {x: right + 26, y: top + 40}, {x: right + 26, y: top - 18}, {x: right - 30, y: top - 18}, {x: right - 30, y: top}];
}

// A line with round corners through points.
function smooth(points) {
  const spelled = points.map(({x, y}) => `${x},${y}`);
  if (points.length < 3) return `M${spelled.join("L")}`;
  if (points.length === 4) return `M${spelled[0]}C${spelled.slice(1).join(" ")}`; // from side to side
  let path = `M${points[0].x},${points[0].y}`;
  for (let i = 1; i < points.length - 1; i++) {
    const {x, y} = points[i], next = points[i + 1];
    const last = i === points.length - 2;
    path += `Q${x},${y} ${last ? next.x : (x + next.x) / 2},${last ? next.y : (y + next.y) / 2}`;
  }
  return path;
}

class Drawing {
  // host: an empty element that can have the focus.
  constructor(host) {
    this.host = host;
    this.scale = 1;
    this.x = this.y = 0;
    this.boxes = [];
    this.bounds = {left: 0, top: 0, right: 1, bottom: 1};
    this.root = svg("svg");
    host.append(this.root);
    this.listen();
  }

  // What it holds from now on, boxes and arrows with their elements, and all of it in sight. A box may have "fill", which
  // draws what is in it.
  show(boxes, arrows, markers) {
    const MARGIN = 30; // for what stands out of boxes: arrowheads, lines
    const {left, top, right, bottom} = boundsOf(boxes, arrows);
    this.bounds = {left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN};
    const width = right - left + 2 * MARGIN, height = bottom - top + 2 * MARGIN;
    for (const [key, value] of Object.entries({width, height, viewBox: `${left - MARGIN} ${top - MARGIN} ${width} ${height}`}))
      this.root.setAttribute(key, value);
    this.boxes = boxes;
    this.root.replaceChildren(markers, ...arrows.map(({element}) => element), ...boxes.map(({element}) => element));
    this.seeAll();
  }

  // What is too small to be read is not drawn: that is most of what there is.
  update() {
    const FAR = 0.3;
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const {left, top} = this.bounds;
      this.root.style.transform = `translate(${this.x + left * this.scale}px, ${this.y + top * this.scale}px) scale(${this.scale})`;
      this.root.classList.toggle("far", this.scale < FAR);
      if (this.scale >= FAR) this.fill();
    });
  }

  // What can be read in a box is drawn when the box is first in sight.
  fill() {
    const {width, height} = this.host.getBoundingClientRect();
    for (const box of this.boxes) {
      const x = this.x + box.x * this.scale, y = this.y + box.y * this.scale;
      if (!box.fill || Math.abs(x - width / 2) > (width + box.width * this.scale) / 2 ||
          Math.abs(y - height / 2) > (height + box.height * this.scale) / 2) continue;
      box.fill();
      box.fill = null;
    }
  }

  seeAll() {
    const {width, height} = this.host.getBoundingClientRect();
    const {left, top, right, bottom} = this.bounds;
    this.scale = Math.min(1, width / (right - left), height / (bottom - top));
    this.x = width / 2 - (this.scale * (left + right)) / 2;
    this.y = height / 2 - (this.scale * (top + bottom)) / 2;
    this.update();
  }

  // Around a place of the host: its middle, if none is given.
  zoom(factor, at) {
    const {width, height} = this.host.getBoundingClientRect();
    const {x, y} = at ?? {x: width / 2, y: height / 2};
    const scale = Math.min(3, Math.max(0.02, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.update();
  }

  move(x, y) {
    this.x += x;
    this.y += y;
    this.update();
  }

  // The place in the middle, and large enough to be read.
  goTo(x, y) {
    const {width, height} = this.host.getBoundingClientRect();
    this.scale = Math.max(this.scale, 0.8);
    this.x = width / 2 - x * this.scale;
    this.y = height / 2 - y * this.scale;
    this.update();
  }

  at(event) {
    const {left, top} = this.host.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  }

  listen() {
    const pointers = new Map();
    this.host.addEventListener("pointerdown", (event) => {
      if (event.button === 0) pointers.set(event.pointerId, this.at(event));
    });
    this.host.addEventListener("pointermove", (event) => this.drag(pointers, event));
    for (const end of ["pointerup", "pointercancel"]) this.host.addEventListener(end, (event) => pointers.delete(event.pointerId));
    this.host.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // the page is scrolled
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 300), this.at(event));
    }, {passive: false});
    this.host.addEventListener("keydown", (event) => this.press(event));
  }

  drag(pointers, event) {
    const before = pointers.get(event.pointerId), now = this.at(event);
    if (before === undefined) return;
    this.host.setPointerCapture(event.pointerId); // only now: a click that moves nothing is a link's
    if (pointers.size === 2) {
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const far = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
      this.zoom(far(now) / far(before), {x: (now.x + other.x) / 2, y: (now.y + other.y) / 2});
    } else {
      this.move(now.x - before.x, now.y - before.y);
    }
    pointers.set(event.pointerId, now);
  }

  press(event) {
    const STEP = 60;
    const moves = {ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP]};
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moves[event.key]) this.move(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.seeAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

// How far boxes and arrows reach.
function boundsOf(boxes, arrows) {
  const points = arrows.flatMap((arrow) => arrow.points ?? []);
  const xs = (sign) => [...boxes.map((box) => box.x + (sign * box.width) / 2), ...points.map(({x}) => x)];
  const ys = (sign) => [...boxes.map((box) => box.y + (sign * box.height) / 2), ...points.map(({y}) => y)];
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  return {left: least(xs(-1)), right: most(xs(1)), top: least(ys(-1)), bottom: most(ys(1))};
}

function arrowhead(id, path, refX) {
  return svg("marker", {id, viewBox: "0 0 12 12", refX, refY: 6, markerWidth: 10, markerHeight: 10, orient: "auto-start-reverse"},
    svg("path", {d: path}));
}
