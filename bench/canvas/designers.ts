/** The two designers, and where in each of them the drawing, its elements and its fields are. Both are worked with by the same hands. */
import type { BrowserContextOptions, Page } from 'playwright-core';

export interface Designer {
  name: string;
  /** Somebody who may draw. */
  context: BrowserContextOptions;
  url(size: number): string;
  board: string;
  /** Matches paper: pressing there and dragging moves the whole. */
  paper: string;
  element(id: string): string;
  chosen(id: string): string;
  /** The field with the name of what is chosen. */
  nameField: string;
  /** Makes that field seen, where it is folded away. */
  unfold(page: Page): Promise<void>;
  seeAll(page: Page): Promise<void>;
  /** How large the drawing is seen, and where: `scale x y`. */
  seen(page: Page): Promise<string>;
}

export const ours = (url: string, context: BrowserContextOptions): Designer => ({
  name: 'Speelruimte',
  context,
  url: (size) => `${url}/processes/${idOf(size)}`,
  board: '.react-flow',
  paper: '.react-flow__pane',
  element: (id) => `.react-flow__node[data-id="${id}"]`,
  chosen: (id) => `.react-flow__node.selected[data-id="${id}"]`,
  nameField: '#property-name',
  async unfold() {},
  async seeAll(page) {
    await page.locator('.react-flow__node').first().focus();
    await page.keyboard.press('f');
  },
  seen: (page) =>
    page.locator('.react-flow__viewport').evaluate((drawing) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(drawing).transform);
      return `${a} ${e} ${f}`;
    }),
});

export const bpmnJs = (url: string): Designer => ({
  name: 'bpmn-js',
  context: {},
  url: (size) => `${url}/?size=${size}`,
  board: '.djs-container',
  paper: '.djs-container svg',
  element: (id) => `.djs-element[data-element-id="${id}"]`,
  chosen: (id) => `.djs-element.selected[data-element-id="${id}"]`,
  nameField: '#bio-properties-panel-name',
  async unfold(page) {
    if (await page.locator('#bio-properties-panel-name').isVisible()) return;
    await page.locator('[data-group-id="group-general"] .bio-properties-panel-group-header').click();
  },
  // Without 'auto' it puts the drawing at the upper left, and in the middle there is nothing but paper when it is a wide one.
  seeAll: (page) => page.evaluate("modeler.get('canvas').zoom('fit-viewport', 'auto')"),
  seen: (page) =>
    page.evaluate("(({ scale, x, y }) => [scale, x, y].join(' '))(modeler.get('canvas').viewbox())"),
});

/** What the drawing of a size is called in our designer. */
export const idOf = (size: number): string => `large-${size}`;
