/**
 * What is typed stands in its field at once; what follows from it, a whole drawing perhaps, is drawn when the browser comes to
 * it, and gives way to the next letter.
 */
import { startTransition, useOptimistic } from 'react';

export function useTyped(
  value: string,
  onChange: (words: string) => void,
): [shown: string, type: (words: string) => void] {
  const [shown, show] = useOptimistic(value);
  return [
    shown,
    (words) =>
      startTransition(() => {
        show(words);
        onChange(words);
      }),
  ];
}
