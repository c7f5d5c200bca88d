/**
 * While the paper is moved it is moved as one picture, instead of being painted anew at each step. A whole drawing seen from
 * afar is such a picture at rest too: it is ready when a hand begins.
 */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export function useMovedWhole(wrapper: RefObject<HTMLElement | null>, fromAfar: boolean) {
  const far = useRef(fromAfar);
  const asPicture = useCallback(
    (yes: boolean) => {
      if (!wrapper.current) return;
      if (yes) wrapper.current.dataset.moving = 'true';
      else delete wrapper.current.dataset.moving;
    },
    [wrapper],
  );
  useEffect(() => {
    far.current = fromAfar;
    asPicture(fromAfar);
  }, [fromAfar, asPicture]);
  const onMoveStart = useCallback(
    // A picture that is made larger or smaller would be blurred.
    (event: MouseEvent | TouchEvent | null) =>
      asPicture(event instanceof MouseEvent && !event.ctrlKey && !event.metaKey),
    [asPicture],
  );
  const onMoveEnd = useCallback(() => asPicture(far.current), [asPicture]);
  return { onMoveStart, onMoveEnd };
}
