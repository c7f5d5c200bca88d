/** Says what takes long: a task that lasts over two seconds is announced, then reported again while it goes on. */
export type Progress = (sentence: string) => void;

export const silent: Progress = () => {};

export const toStderr: Progress = (sentence) => process.stderr.write(`  ${sentence}\n`);

const ANNOUNCE_AFTER_MS = 2_000;
const REPEAT_EVERY_MS = 10_000;

/** Runs `work`; `detail` may add what is happening at that moment. */
export async function reporting<T>(
  onProgress: Progress,
  sentence: string,
  work: () => Promise<T>,
  detail: () => string = () => '',
): Promise<T> {
  const started = Date.now();
  const say = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const more = detail();
    onProgress(`${sentence} (${seconds} s${more ? `, ${more}` : ''})`);
  };
  let repeat: NodeJS.Timeout | undefined;
  const announce = setTimeout(() => {
    say();
    repeat = setInterval(say, REPEAT_EVERY_MS);
  }, ANNOUNCE_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(announce);
    clearInterval(repeat);
  }
}
