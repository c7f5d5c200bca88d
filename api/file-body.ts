/** Bodies that are a file of another program: XML, which says itself in which letters it is written. */
import express, { type RequestHandler, Router } from 'express';
import { decoded } from '../bpmn/index.ts';
import { Problem } from './problem.ts';
import { inEnglish } from './publish.ts';

export const XML_TYPES = ['application/xml', 'text/xml'] as const;
const FILE_LIMIT = '4mb';

/** From here on such a body is text. */
export function fileBodies(): Router {
  return Router().use(express.raw({ limit: FILE_LIMIT, type: [...XML_TYPES] }), asText);
}

const asText: RequestHandler = (request, _response, next) => {
  if (Buffer.isBuffer(request.body)) {
    const text = decoded(request.body);
    if (!text.ok) throw new Problem('INVALID_ARGUMENT', inEnglish(text.finding.message), { path: 'line 1' });
    request.body = text.text;
  }
  next();
};
