/** Why a request to the engine got no answer of the engine; refusals are not problems but `Rejection`s. */

/** Whether it happened is not known: ask again with the same id. The API answers 503 with Retry-After. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/** Judging the request failed by our own mistake; nothing happened. The API answers 500 with a general text. */
export class EngineDefect extends Error {
  override name = 'EngineDefect';
}
