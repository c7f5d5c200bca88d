/** Mail: a message laid out as people find it in their inbox. */
export { type ComposedMail, composeMail } from './compose.ts';
export { layOut, type MailLook } from './layout.ts';
export { preheaderOf } from './preheader.ts';
