/** What a process has used so far, as Linux tells it in /proc. */
import { existsSync, readFileSync } from 'node:fs';

/** Ticks of /proc/<pid>/stat per second: fixed at 100 for programs on Linux. */
const MS_PER_TICK = 10;
const [USER, SYSTEM] = [11, 12];

/** Processor time in milliseconds, all threads together. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * MS_PER_TICK;
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Processor time in milliseconds that this process takes for some work, so that other work on the machine does not count. */
export async function cpuFor(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export function requireLinux(): void {
  if (!existsSync('/proc/self/stat'))
    throw new Error('The benchmark reads processor time and memory in /proc, so it runs on Linux only.');
}
