/** What hands can do at the designer, whether they hold a mouse or have a keyboard alone. */
import type { Locator, Page } from 'playwright-core';

export interface Count {
  /** Clicks; or keys that are not letters of a text. */
  gestures: number;
  /** Fields that were typed in. */
  typed: number;
}

export interface Block {
  id: string;
  name: string;
}

/** Where an arrow leaves an element. */
export interface Exit {
  from: string;
  outcome?: string | undefined;
}

export interface Hands {
  readonly page: Page;
  readonly count: Count;
  /** A button, a link, a heading that opens. */
  press(target: Locator): Promise<void>;
  /** Over what stands in a field. */
  write(field: Locator, words: string): Promise<void>;
  /** A name that other things refer to: written, and said to be done. */
  call(field: Locator, name: string): Promise<void>;
  /** One of a list, by its words. */
  choose(list: Locator, words: string): Promise<void>;
  tick(box: Locator, on: boolean): Promise<void>;
  /** One of a few that stand side by side. */
  turnTo(radio: Locator): Promise<void>;
  /** Takes one of a list that holds several, or lets it go. */
  toggle(list: Locator, words: string): Promise<void>;
  /** Lets go of such a list, so that it no longer lies over what is beneath it. */
  foldUp(list: Locator): Promise<void>;
  /** Adds a word to a list of words. */
  addWord(list: Locator, word: string): Promise<void>;
  fromMenu(button: Locator, item: Locator): Promise<void>;
  closeDialog(dialog: Locator): Promise<void>;
  /** Selects an element of the drawing. */
  stand(id: string): Promise<void>;
  /** A block after the selected element, on the exit of that outcome where it has one for each. */
  add(block: Block, after: Exit): Promise<void>;
  /** A block on the arrow from one element to another, both called by their names; `select` selects that arrow beside the drawing. */
  putOnArrow(block: Block, arrow: { from: string; to: string }, select: () => Promise<void>): Promise<void>;
  /** An arrow from the selected element. */
  leadTo(id: string, exit: Exit): Promise<void>;
  /** A moment on the border of the selected element. */
  attach(host: string): Promise<void>;
  /** Nothing is selected any more. */
  letGo(): Promise<void>;
  /** The keyboard goes to what was selected by a link beside the drawing; a mouse has nothing to do for that. */
  backToDrawing(): Promise<void>;
}

export const LIMIT = { timeout: 30_000 };

/** Ids of the elements that are selected. */
export const selected = (page: Page): Promise<string[]> =>
  page
    .locator('.react-flow__node.selected')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id ?? ''));

/** Until something holds. */
export async function until(holds: () => Promise<boolean>, what: string | (() => string)): Promise<void> {
  const end = Date.now() + LIMIT.timeout;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Expected ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** A choice of a short list, by the id of what it stands for. */
export const option = (page: Page, id: string): Locator =>
  page.locator(`[role=dialog] [role=option][id$="-${id}"]`);
