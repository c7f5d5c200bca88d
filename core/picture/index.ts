// A process as a picture of itself, the same bytes in the browser and on the server.
export type { PictureLane } from './lanes.ts';
export { PAGE, type Paper, pagesOf, sheetsOf } from './pages.ts';
export { DRAWN, fontFace, type Heading, type Picture, pictureOf } from './picture.ts';
export { pageNumber, underOf, type Which } from './under.ts';
