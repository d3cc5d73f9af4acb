/** Seconds of processor time that a server's process has taken so far, as its figures for Prometheus tell. */
export async function processorSeconds(url: string): Promise<number> {
  const answer = await fetch(new URL('/metrics', url));
  const text = await answer.text();
  const seconds = /^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`${url} does not tell its processor time.`);
  return Number(seconds);
}
