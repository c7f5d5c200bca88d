/** Runs in the page that is measured, whoever made it: how far frames are apart, and how long after a key or a press there is paint. */
(() => {
  let frames;
  let presses = [];
  /** Notes each frame in its own list for as long as that is the one; what is counted next would have every frame twice otherwise. */
  const beats = (mine) => {
    const beat = (at) => {
      if (frames !== mine) return;
      mine.push(at);
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  };
  /** From when the browser had the event until what came of it has been painted. */
  const note = (event) => {
    const since = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => presses.push(performance.now() - since);
      channel.port2.postMessage(0);
    });
  };
  addEventListener('keydown', note, true);
  addEventListener('click', note, true);
  globalThis.bench = {
    begin() {
      frames = [];
      presses = [];
      beats(frames);
    },
    end() {
      const apart = frames.slice(1).map((at, i) => at - frames[i]);
      frames = undefined;
      return { frames: apart, presses };
    },
    /** Milliseconds since the page was gone to, once this is there and painted. */
    there(selector) {
      return new Promise((resolve) => {
        const look = () => {
          if (!document.querySelector(selector)) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        look();
      });
    },
    /** The nearest place to this one, or to the middle of what is seen, where there is nothing but paper. */
    paper(selector, empty, near) {
      const box = document.querySelector(selector).getBoundingClientRect();
      const from = near ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      for (let away = 0; away < 400; away += 8)
        for (const [dx, dy] of [
          [1, 0],
          [0, 1],
          [-1, 0],
          [0, -1],
          [1, 1],
          [-1, -1],
        ]) {
          const x = Math.round(from.x + dx * away);
          const y = Math.round(from.y + dy * away);
          if (document.elementFromPoint(x, y)?.matches(empty)) return { x, y };
        }
      throw new Error(`Expected some paper near ${from.x}, ${from.y} of ${selector}, but it is full`);
    },
    /** Where one of these can be taken hold of, the nearest to the middle. */
    hold(selector, ids) {
      const board = document.querySelector(selector).getBoundingClientRect();
      const [cx, cy] = [board.left + board.width / 2, board.top + board.height / 2];
      let best;
      for (const [id, one, but] of ids) {
        if (but && document.querySelector(but)) continue;
        const box = document.querySelector(one)?.getBoundingClientRect();
        if (!box) continue;
        const [x, y] = [box.left + box.width * 0.5, box.top + box.height * 0.3];
        if (x < board.left + 80 || x > board.right - 80 || y < board.top + 80 || y > board.bottom - 80)
          continue;
        if (!document.elementFromPoint(x, y)?.closest(one)) continue;
        const far = Math.hypot(x - cx, y - cy);
        if (!best || far < best.far) best = { id, x, y, far };
      }
      if (!best)
        throw new Error(
          `Expected one of ${ids.length} elements in sight, ${ids.filter(([, one]) => document.querySelector(one)).length} are in the page`,
        );
      return best;
    },
  };
})();
