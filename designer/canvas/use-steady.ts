/**
 * A function that stays the same while what it does is up to date. React Flow tells each of its elements when a handler
 * is another one, and there may be thousands.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useSteady<Given extends unknown[], Answer>(
  does: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const now = useRef(does);
  useLayoutEffect(() => {
    now.current = does;
  });
  return useCallback((...given: Given) => now.current(...given), []);
}
