"use strict";
// Everything here makes reading quicker; without it the page says the same.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const shown = (element) => !element.closest(".off");
  const bar = () => document.querySelector(innerWidth < 960 ? ".tools" : ".bar").offsetHeight; // what covers the top of the screen
  root.classList.add("inline");

  // Side by side: each alinéa twice, without what came and without what went. Made when first asked for.
  let built = false;
  const twins = new Map();
  const only = (words, tag) => {
    const copy = words.cloneNode(true);
    const copies = all("ins,del", copy);
    all("ins,del", words).forEach((mark, at) => {
      if (mark.localName === tag) twins.set(mark, copies[at]);
    });
    for (const mark of copies) if (mark.localName !== tag) mark.remove();
    for (const space of all(tag === "del" ? ".n,.b" : ".o,.b", copy)) space.remove(); // white space of the other version
    for (const link of tag === "del" ? all("a[data-was]", copy) : []) {
      const [href, ...texts] = link.dataset.was.trim().split(" ");
      link.setAttribute("href", href);
      if (texts.length) link.dataset.t = texts.join(" ");
      else delete link.dataset.t;
    }
    copy.classList.remove("w", "split");
    if (!copy.textContent.trim()) {
      copy.textContent = "";
      copy.classList.add("empty");
    }
    const name = document.createElement("span");
    name.className = "vh";
    name.textContent = `${tag === "del" ? document.body.dataset.old : document.body.dataset.new} `;
    copy.prepend(name);
    return copy;
  };
  const build = () => {
    if (built) return;
    built = true;
    for (const words of all(".w")) {
      const two = document.createElement("div");
      two.className = "two";
      two.append(only(words, "del"), only(words, "ins"));
      words.classList.add("split");
      words.after(two);
    }
    for (const title of all("#changes > article > h3")) {
      const heads = document.createElement("div");
      heads.className = "heads";
      heads.ariaHidden = "true";
      for (const name of [document.body.dataset.old, document.body.dataset.new]) {
        heads.append(Object.assign(document.createElement("span"), { textContent: name }));
      }
      title.after(heads);
    }
  };

  const view = (name) => {
    if (name === "side") build();
    const kept = stops().find((stop) => visible(stop).getBoundingClientRect().top > 60);
    root.classList.toggle("side", name === "side");
    root.classList.toggle("inline", name !== "side");
    const choice = document.querySelector(`input[name=view][value=${name}]`);
    if (choice) choice.checked = true;
    if (kept && scrollY > 200) visible(kept).scrollIntoView({ block: "center" });
  };

  // Changes: each insertion or deletion, an insertion right behind a deletion counted with it; else whole old and new wordings.
  let found = null;
  let here = -1;
  const stops = () => {
    if (found) return found;
    found = all("#changes ins, #changes del, #changes .old, #changes .new").filter((mark) => {
      if (mark.closest(".two") || !shown(mark)) return false;
      if (mark.classList.contains("new")) return !(mark.previousElementSibling || mark).classList.contains("old");
      const space = mark.previousSibling;
      const before = space && space.className === "b" ? space.previousSibling : space;
      return !(mark.localName === "ins" && before && before.localName === "del");
    });
    return found;
  };
  const visible = (stop) => (root.classList.contains("side") && twins.get(stop)) || stop;
  const count = () => {
    const list = stops();
    $("place").textContent = here < 0 ? filled($("place").dataset.count, { all: list.length })
      : filled($("place").dataset.at, { at: here + 1, all: list.length });
  };
  const inSight = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  };
  // From the change where one stands; after scrolling away, from what is on the screen.
  const following = (step) => {
    const list = stops();
    if (here >= 0 && list[here] && inSight(visible(list[here]))) return here + step;
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (visible(list[middle]).getBoundingClientRect().top < innerHeight / 3) low = middle + 1;
      else high = middle;
    }
    return step > 0 ? low : low - 1;
  };
  const go = (at) => {
    const list = stops();
    if (!list.length) return;
    for (const old of all(".here")) old.classList.remove("here");
    here = Math.max(0, Math.min(at, list.length - 1));
    const stop = visible(list[here]);
    stop.tabIndex = -1;
    stop.scrollIntoView({ block: "center" });
    stop.focus({ preventScroll: true });
    stop.classList.add("here");
    count();
  };
  const article = (step) => {
    const list = all("#changes > article").filter(shown);
    const edge = bar() + 24;
    const at = list.findIndex((each) => each.getBoundingClientRect().bottom > edge);
    const on = at >= 0 && list[at].getBoundingClientRect().top < edge;
    const next = list[Math.max(0, (at < 0 ? list.length : at) + (step > 0 ? (on ? 1 : 0) : -1))];
    if (!next) return;
    next.scrollIntoView();
    const title = next.querySelector("h3 a");
    if (title) title.focus({ preventScroll: true });
  };

  // Channels: as --only, an alinéa that has one change of a wanted kind is shown with all of its changes.
  const filter = () => {
    const boxes = all("input[name=channel]");
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    const every = wanted.length === boxes.length;
    for (const part of all("[data-c]")) {
      part.classList.toggle("off", !every && ![...part.dataset.c].some((letter) => wanted.includes(letter)));
    }
    for (const part of all("#changes .al:not([data-c]), #changes > article:not([data-c])")) part.hidden = !every;
    found = null;
    here = -1;
    count();
    const left = all("#changes .al").filter((part) => !part.hidden && shown(part)).length;
    $("said").textContent = filled($("said").dataset.shown, { n: left });
  };
  const reveal = () => {
    const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    if (target && (!shown(target) || target.hidden)) {
      for (const box of all("input[name=channel]")) box.checked = true;
      filter();
      target.scrollIntoView();
    }
    if (target) open(false);
  };

  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  const open = (wanted) => {
    $("outline").classList.toggle("open", wanted);
    $("to-outline").setAttribute("aria-expanded", String(wanted));
  };
  const toOutline = () => {
    open(true);
    const link = document.querySelector("#outline [aria-current]") || document.querySelector("#outline a");
    if (link) link.focus();
  };

  // The outline follows: the article at the top of the screen is the current one.
  let waiting = false;
  let current = null;
  const follow = () => {
    waiting = false;
    const main = $("main").getBoundingClientRect();
    const at = document.elementFromPoint(main.left + 40, bar() + 40);
    const section = at && at.closest("#changes > article");
    const link = section && document.querySelector(`#outline a[href="#${section.id}"]`);
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const group = link.closest("details");
    if (group) group.open = true;
    const nav = $("outline");
    const box = link.getBoundingClientRect(), frame = nav.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) nav.scrollTop += box.top - frame.top - frame.height / 3;
  };
  addEventListener("scroll", () => {
    const cited = !tip.hidden && document.querySelector("[aria-describedby=tip]");
    if (cited) place(cited); // what comes into sight may have another height than was thought
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  }, { passive: true });

  // What a renvoi leads to: the same words that stand at the end of the page.
  const tip = $("tip");
  const hide = () => {
    tip.hidden = true;
    for (const link of all("[aria-describedby=tip]")) link.removeAttribute("aria-describedby");
  };
  const show = (link) => {
    const texts = link.dataset.t.split(" ").map($).filter(Boolean);
    if (!texts.length) return;
    hide();
    tip.replaceChildren(...texts.map((text) => {
      const list = document.createElement("dl");
      list.append(...[...text.children].map((child) => child.cloneNode(true)));
      return list;
    }));
    tip.hidden = false;
    link.setAttribute("aria-describedby", "tip");
    place(link);
  };
  const place = (link) => {
    const box = link.getBoundingClientRect();
    const under = box.bottom + tip.offsetHeight < innerHeight || box.top < tip.offsetHeight + 70;
    tip.style.left = `${Math.max(8, Math.min(box.left, root.clientWidth - tip.offsetWidth - 8)) + scrollX}px`;
    tip.style.top = `${(under ? box.bottom : box.top - tip.offsetHeight) + scrollY}px`;
  };
  const cites = (event) => event.target.closest && event.target.closest("a[data-t]");
  addEventListener("mouseover", (event) => {
    const link = cites(event);
    if (link) show(link);
    else if (!tip.hidden && !tip.contains(event.target)) hide();
  });
  addEventListener("focusin", (event) => (cites(event) ? show(cites(event)) : tip.contains(event.target) || hide()));

  const keys = {
    n: () => go(following(1)), j: () => go(following(1)), p: () => go(following(-1)), k: () => go(following(-1)),
    N: () => article(1), P: () => article(-1), J: () => article(1), K: () => article(-1),
    v: () => document.querySelector("input[name=view]") && view(root.classList.contains("side") ? "inline" : "side"),
    d: theme, o: toOutline, "?": () => $("help").showModal(),
    Escape: () => { hide(); open(false); },
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("select, textarea, [contenteditable], input:not([type=radio], [type=checkbox])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    if ($("help").open) return;
    if (event.key !== "Escape") event.preventDefault();
    keys[event.key]();
  });
  $("next").addEventListener("click", keys.n);
  $("previous").addEventListener("click", keys.p);
  $("theme").addEventListener("click", theme);
  $("keys").addEventListener("click", keys["?"]);
  $("close").addEventListener("click", () => $("help").close());
  $("to-outline").addEventListener("click", () => ($("outline").classList.contains("open") ? open(false) : toOutline()));
  $("outline").addEventListener("click", (event) => event.target.closest("a") && open(false));
  for (const choice of all("input[name=view]")) choice.addEventListener("change", () => view(choice.value));
  for (const box of all("input[name=channel]")) box.addEventListener("change", filter);
  addEventListener("hashchange", reveal);
  const measure = () => root.style.setProperty("--bar", `${bar()}px`);
  const sizes = new ResizeObserver(measure);
  for (const part of all(".bar, .tools")) sizes.observe(part);
  measure();
  count();
  if (document.querySelector("input[value=side]:checked")) view("side");
  reveal();
})();
