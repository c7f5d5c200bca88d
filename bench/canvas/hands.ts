/** The hands that work in a designer: real events of the mouse and keys, the same in both, while the page counts its frames. */
import type { CDPSession, Page } from 'playwright-core';
import { median } from '../statistics.ts';
import type { Designer } from './designers.ts';

/** Milliseconds between one frame and the next while something was done. */
export type Frames = number[];

export interface Handled {
  panNear: Frames;
  panFar: Frames;
  zoom: Frames;
  dragNear: Frames;
  dragFar: Frames;
  typing: Frames;
  /** What follows when hands rest: what has to be worked out about the change, and saved. */
  rest: Frames;
  /** From pressing a key until the letter is painted; from a press of the mouse until what was chosen is. */
  keys: number[];
  choices: number[];
}

interface Counted {
  frames: Frames;
  presses: number[];
}

/** Hands are not faster than this, and there is about one move to a frame. */
const MOVE_MS = 16;
const KEY_MS = 90;
/** Checks, saving and all that waits for hands to rest has begun and ended by then. */
const REST_MS = 2_500;
/** How far the wheel goes at once, how far away, and how often at least: bpmn-js goes no further than a fifth. */
const WHEEL = 50;
const AWAY = 0.25;
const TURNS = 80;
const WORDS = 'Bel de buurvrouw over de tuin';

export class Hands {
  constructor(
    private page: Page,
    private wire: CDPSession,
    private designer: Designer,
    private ids: readonly string[],
  ) {}

  async all(): Promise<Handled> {
    await this.middle();
    const panNear = await this.pan();
    const zoom = await this.zoom();
    await this.middle();
    const near = await this.drag();
    const choices = await this.choose();
    const { typed, rest } = await this.type();
    await this.designer.seeAll(this.page);
    await this.calm();
    const panFar = await this.pan();
    const far = await this.drag();
    return {
      panNear,
      panFar,
      zoom,
      dragNear: near.moved,
      dragFar: far.moved,
      typing: typed.frames,
      rest: [...near.rest, ...rest, ...far.rest],
      keys: typed.presses,
      choices,
    };
  }

  /** Takes hold of paper and moves it there and back. */
  private async pan(): Promise<Frames> {
    const at = await this.paper();
    const before = await this.designer.seen(this.page);
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.down();
    const { frames } = await this.counted(async () => {
      let [x, y] = [at.x, at.y];
      for (let n = 0; n < 120; n += 1) {
        const there = n < 60 ? 1 : -1;
        x += there * -6;
        y += there * -3;
        await this.move(x, y);
        if (n === 59 && (await this.designer.seen(this.page)) === before)
          throw new Error(`Expected ${this.designer.name} to move when its paper is dragged`);
      }
    });
    await this.page.mouse.up();
    await this.calm();
    return frames;
  }

  /**
   * Away and near again by the wheel, to the same size in both: how far a turn goes differs, and where zooming stops. A wheel
   * that no longer changes anything costs nothing.
   */
  private async zoom(): Promise<Frames> {
    const at = await this.paper();
    await this.page.mouse.move(at.x, at.y);
    const before = await this.scale();
    const away = await this.turns(at, WHEEL, (scale) => scale < AWAY);
    const back = await this.turns(at, -WHEEL, (scale) => scale >= before);
    await this.calm();
    const { frames } = await this.counted(async () => {
      for (let turned = 0; turned < TURNS; turned += away + back) {
        for (let n = 0; n < away; n += 1) await this.wheel(at, WHEEL);
        for (let n = 0; n < back; n += 1) await this.wheel(at, -WHEEL);
      }
    });
    await this.calm();
    return frames;
  }

  /** Turns the wheel until the drawing is seen so, and tells how often that was. */
  private async turns(
    at: { x: number; y: number },
    by: number,
    seenSo: (scale: number) => boolean,
  ): Promise<number> {
    for (let n = 1; n <= 200; n += 1) {
      await this.wheel(at, by);
      if (seenSo(await this.scale())) return n;
    }
    throw new Error(`Expected ${this.designer.name} to zoom by the wheel, it is at ${await this.scale()}`);
  }

  /** Takes an element around, and lets go on paper: what lies on another element may go back where it came from. */
  private async drag(): Promise<{ moved: Frames; rest: Frames }> {
    const { id, x, y } = await this.hold(this.ids);
    const to = await this.paper({ x: x + 40, y: y + 80 });
    const place = () => this.page.locator(this.designer.element(id)).first().boundingBox();
    const before = await place();
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    const { frames } = await this.counted(async () => {
      for (let n = 1; n <= 40; n += 1) await this.move(x + 2 * n, y);
      for (let n = 1; n <= 40; n += 1) await this.move(x + 80, y + 2 * n);
      for (let n = 1; n <= 40; n += 1)
        await this.move(x + 80 + ((to.x - x - 80) * n) / 40, y + 80 + ((to.y - y - 80) * n) / 40);
    });
    const { frames: rest } = await this.counted(async () => {
      await this.page.mouse.up();
      await this.page.waitForTimeout(REST_MS);
    });
    const after = await place();
    if (before?.x === after?.x && before?.y === after?.y)
      throw new Error(`Expected ${this.designer.name} to move '${id}'`);
    return { moved: frames, rest };
  }

  private async choose(): Promise<number[]> {
    const taken: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      // Pressing what is chosen already lets go of it in bpmn-js.
      const { id, x, y } = await this.hold(this.ids, this.designer.chosen);
      await this.page.mouse.move(x, y);
      const { presses } = await this.counted(async () => {
        await this.page.mouse.click(x, y);
        await this.page.locator(this.designer.chosen(id)).waitFor({ state: 'attached' });
        await this.page.waitForTimeout(KEY_MS);
      });
      taken.push(...presses);
    }
    return taken;
  }

  /** Types a name where names are typed, at the pace of somebody who types well. */
  private async type(): Promise<{ typed: Counted; rest: Frames }> {
    const field = this.page.locator(this.designer.nameField);
    await this.designer.unfold(this.page);
    await field.click();
    await this.page.keyboard.press('Control+a');
    const typed = await this.counted(async () => {
      for (const letter of WORDS) {
        await this.page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await this.page.waitForTimeout(KEY_MS);
      }
    });
    const { frames: rest } = await this.counted(() => this.page.waitForTimeout(REST_MS));
    if ((await field.inputValue().catch(() => field.textContent())) !== WORDS)
      throw new Error(`Expected ${this.designer.name} to take what was typed`);
    return { typed, rest };
  }

  /** What is nearest to the middle of the drawing, at its own size, by the wheel as well: the middle itself may be bare paper. */
  private async middle(): Promise<void> {
    await this.designer.seeAll(this.page);
    await this.calm();
    const at = await this.hold(this.ids);
    await this.page.mouse.move(at.x, at.y);
    await this.turns(at, -60, (scale) => scale > 0.6);
    await this.calm();
  }

  private async scale(): Promise<number> {
    const [scale = Number.NaN] = (await this.designer.seen(this.page)).split(' ').map(Number);
    return scale;
  }

  private async wheel({ x, y }: { x: number; y: number }, deltaY: number): Promise<void> {
    const began = performance.now();
    const control = 2;
    await this.wire.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x,
      y,
      deltaX: 0,
      deltaY,
      modifiers: control,
    });
    await this.pace(began);
  }

  private async move(x: number, y: number): Promise<void> {
    const began = performance.now();
    await this.page.mouse.move(x, y);
    await this.pace(began);
  }

  private async pace(began: number): Promise<void> {
    const left = MOVE_MS - (performance.now() - began);
    if (left > 0) await new Promise((go) => setTimeout(go, left));
  }

  private async counted(work: () => Promise<void>): Promise<Counted> {
    await this.page.evaluate('bench.begin()');
    await work();
    return (await this.page.evaluate('bench.end()')) as Counted;
  }

  /** Until frames come as they should again, so that nothing of before is counted with what follows. */
  private async calm(): Promise<void> {
    for (let n = 0; n < 20; n += 1) {
      const { frames } = await this.counted(() => this.page.waitForTimeout(300));
      if (median(frames) < 20 && Math.max(...frames) < 40) return;
    }
  }

  private paper(near?: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const { board, paper } = this.designer;
    return this.page.evaluate(
      `bench.paper(${[board, paper, near].map((one) => JSON.stringify(one)).join(', ')})`,
    );
  }

  private hold(
    ids: readonly string[],
    but?: (id: string) => string,
  ): Promise<{ id: string; x: number; y: number }> {
    const { board, element } = this.designer;
    const ones = ids.map((id) => [id, element(id), but?.(id)]);
    return this.page.evaluate(`bench.hold(${JSON.stringify(board)}, ${JSON.stringify(ones)})`);
  }
}
