// A process as a picture of itself, the same bytes in the browser and on the server.
export { PAGE, pagesOf, sheetsOf } from './pages.ts';
export { type Heading, heading, type Picture, pictureOf, sheet, TYPE } from './picture.ts';
export type { Box, Point } from './sizes.ts';
