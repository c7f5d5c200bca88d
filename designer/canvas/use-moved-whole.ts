/** While the paper is moved it is moved as one picture, instead of being painted anew at each step. */
import { type RefObject, useCallback } from 'react';

export function useMovedWhole(wrapper: RefObject<HTMLElement | null>) {
  const onMoveStart = useCallback(
    (event: MouseEvent | TouchEvent | null) => {
      // A picture that is made larger or smaller would be blurred, and of a whole drawing far too large.
      const moves = event instanceof MouseEvent && !event.ctrlKey && !event.metaKey;
      if (moves && wrapper.current) wrapper.current.dataset.moving = 'true';
    },
    [wrapper],
  );
  const onMoveEnd = useCallback(() => {
    if (wrapper.current) delete wrapper.current.dataset.moving;
  }, [wrapper]);
  return { onMoveStart, onMoveEnd };
}
